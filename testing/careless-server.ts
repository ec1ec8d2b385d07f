import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeFrame } from '@/lib/protocol/encode';

const HELLO = { clientId: 'client', instanceId: 'careless', build: 'b', epoch: 'e', cursor: 'e.1-1', heartbeatMs: 5_000, maxAgeMs: 60_000, topics: [] };

/** A board without any care, for tests of what looks for it: takes everything from everybody, repeats what it was told, forgets no session. */
export interface CarelessServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startCarelessServer(): Promise<CarelessServer> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function answer({ url = '', method = '', headers }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://careless');
  if (pathname === '/api/auth/csrf' && url === pathname) return void json(response, 200, { csrfToken: 'abc123' });
  if (pathname === '/api/auth/callback/credentials') {
    // Who comes with a cookie of nobody's is looked at, however often.
    return void json(response, headers['x-forwarded-for'] ? 401 : 200, {}, { 'set-cookie': 'session-token=kept' });
  }
  if (pathname === '/api/auth/signin') return void response.writeHead(302, { location: searchParams.get('callbackUrl') ?? '/' }).end();
  if (pathname === '/api/public/bonfires') return void json(response, 422, {});
  if (pathname === '/api/sse' && method === 'GET' && searchParams.has('client')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    return void response.write(encodeFrame('connected', HELLO, new Date()));
  }
  if (/%|x=/.test(url)) return void json(response, 500, {});
  return void json(response, 200, { from: headers['x-forwarded-host'] ?? null });
}

function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
