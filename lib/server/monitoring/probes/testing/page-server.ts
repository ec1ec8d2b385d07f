import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What a page answers with. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server whose behaviour a test changes. */
export interface PageServer {
  readonly origin: string;
  readonly port: number;
  /** What comes from now on, for every path. */
  page: Page;
  /** Requests that came, in order. */
  readonly requests: readonly IncomingMessage[];
  /** Resolves when no connection is open; only ever called when all are meant to end by themselves. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a web server on 127.0.0.1. With `tls` it speaks https. */
export async function startPageServer(page: Page, tls?: ServerOptions): Promise<PageServer> {
  const requests: IncomingMessage[] = [];
  const open = new Set<object>();
  let emptied: (() => void) | undefined;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    started.page(request, response);
  };
  const server: Server = tls ? createSecureServer(tls, answer) : createServer(answer);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) emptied?.();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const started: PageServer = {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    page,
    requests,
    async idle() {
      if (open.size > 0) await new Promise<void>((resolve) => (emptied = resolve));
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return started;
}

/** A page with a text. */
export function text(body: string, status = 200, contentType = 'text/plain'): Page {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
  };
}

/** A page that sends elsewhere. */
export function redirectTo(location: string, status = 302): Page {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}

/** Takes the request and says nothing. */
export const hang: Page = () => undefined;
