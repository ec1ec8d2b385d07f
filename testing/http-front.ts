import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** What stands before the stream: answers it in its own way. */
export type StreamAnswer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server before the application. All but the stream passes through it; the stream does when nothing bars it. */
export interface HttpFront {
  readonly url: string;
  /** How often a stream was asked for so far, and when last (milliseconds since the epoch). */
  readonly asked: { readonly times: number; readonly lastAtMs: number };
  /** Answers streams so from now on and ends those that are open; null lets them through. */
  barStreams(answer: StreamAnswer | null): void;
  stop(): Promise<void>;
}

/** Starts a front on a free port of 127.0.0.1. */
export async function startHttpFront(targetUrl: string, barred: StreamAnswer | null = null): Promise<HttpFront> {
  const { hostname, port } = new URL(targetUrl);
  const streams = new Set<() => void>();
  const asked = { times: 0, lastAtMs: 0 };
  let answer = barred;

  const server = createServer((incoming, outgoing) => {
    const isStream = incoming.url?.startsWith('/api/sse') && incoming.method === 'GET';
    if (isStream) {
      asked.times += 1;
      asked.lastAtMs = Date.now();
      if (answer) return answer(outgoing, incoming);
    }
    const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent: false }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
      reply.once('error', () => outgoing.destroy());
    });
    const end = () => {
      streams.delete(end);
      onward.destroy();
      outgoing.destroy();
    };
    if (isStream) streams.add(end);
    onward.once('error', end);
    outgoing.once('close', end);
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    barStreams(next) {
      answer = next;
      for (const end of [...streams]) end();
    },
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
