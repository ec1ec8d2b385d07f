import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bearerCheck } from './authorization';
import { decodePathSegment, parseCommand, parseCommandPath } from './command-parsing';
import { runCommand, runPipeline, runTransaction } from './command-routes';
import type { Engine } from './engine';
import { answerFor, HttpError } from './http-error';
import { readBody } from './request-body';
import { streamSubscription, type Topic } from './subscription-stream';

/** Longer than clients keep idle connections: one closed just as a write goes out makes the client send it twice. */
const KEEP_ALIVE_MS = 75_000;
/** How long `close` waits for answers in progress. */
const CLOSE_GRACE_MS = 2_000;

export interface RedisRestServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** What clients send as `Authorization: Bearer <token>`. */
  readonly token: string;
  /** Stays the caller's: `close` of the server does not close it. */
  readonly engine: Engine;
  readonly log: (line: string) => void;
  readonly pingIntervalMs?: number;
  readonly maxBodyBytes?: number;
}

export interface RedisRestServer {
  readonly url: string;
  /** Ends the open streams, lets answers in progress finish, frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the Upstash REST protocol over the given engine. Every answer but a subscription is JSON, errors included.
 * Rejects with the system's error when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function startRedisRestServer(options: RedisRestServerOptions): Promise<RedisRestServer> {
  const { engine, log, host = '127.0.0.1', pingIntervalMs = 15_000, maxBodyBytes = 10 * 1024 * 1024 } = options;
  const isAuthorized = bearerCheck(options.token);
  const streams = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (path === '/health') return answerHealth(engine, response);
    if (!isAuthorized(request.headers.authorization)) throw new HttpError(401, 'WRONGPASS invalid or missing auth token');
    if (request.method !== 'POST' && request.method !== 'GET') throw new HttpError(405, 'ERR only GET and POST are served');

    const topic = topicOf(path);
    if (topic !== undefined) {
      request.resume();
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return streamSubscription(response, engine, topic, pingIntervalMs);
    }
    const base64 = request.headers['upstash-encoding'] === 'base64';
    const body = await readBody(request, maxBodyBytes);
    sendJson(response, 200, await run(request.method, path, body, base64), syncToken(request));
  };

  const run = (method: string, path: string, body: string, base64: boolean): Promise<string> => {
    if (method === 'POST') {
      if (path === '/') return runCommand(engine, parseCommand(body), base64);
      if (path === '/pipeline') return runPipeline(engine, body, base64);
      if (path === '/multi-exec') return runTransaction(engine, body, base64);
    }
    return runCommand(engine, parseCommandPath(new URL(path, 'http://localhost'), body), base64);
  };

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { status, message, unexpected } = answerFor(error);
      if (unexpected) log(`unexpected error: ${error instanceof Error ? error.stack : String(error)}`);
      request.resume();
      if (response.headersSent) response.destroy();
      else sendJson(response, status, JSON.stringify({ error: message }), syncToken(request));
    });
  });
  server.on('clientError', (_error, socket) => {
    const body = '{"error":"ERR malformed HTTP request"}';
    if (socket.writable) {
      socket.end(`HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`);
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const stream of streams) stream.end();
        server.closeIdleConnections();
      }),
  };
}

async function answerHealth(engine: Engine, response: ServerResponse): Promise<void> {
  const reachable = await engine.ping().then(
    () => true,
    () => false,
  );
  sendJson(response, reachable ? 200 : 503, JSON.stringify({ status: reachable ? 'ok' : 'unreachable', engine: engine.name }));
}

function topicOf(path: string): Topic | undefined {
  const match = /^\/(p?subscribe)\/([^/?]+)/.exec(path);
  if (match?.[2] === undefined) return undefined;
  return { kind: match[1] === 'psubscribe' ? 'psubscribe' : 'subscribe', name: decodePathSegment(match[2]) };
}

function syncToken(request: IncomingMessage): Record<string, string> {
  const token = request.headers['upstash-sync-token'];
  return typeof token === 'string' && token !== '' ? { 'upstash-sync-token': token } : {};
}

function sendJson(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
