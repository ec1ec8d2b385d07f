import { once } from 'node:events';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { MAX_ANSWER_BYTES } from '@/lib/protocol/monitor';
import { assertAllowedHost, guardedLookup } from './allowed-address';

/** Where to. `lookup` must be one that checks addresses. */
export interface Road {
  readonly host: string;
  readonly port: number;
  readonly lookup?: LookupFunction;
}

/**
 * Begins a connection that checks the address, ends with the signal and takes no more than {@link MAX_ANSWER_BYTES}.
 * Throws RefusedAddressError. Errors come as events; nobody need listen to them.
 */
export function dialTcp({ host, port, lookup = guardedLookup }: Road, signal: AbortSignal): Socket {
  assertAllowedHost(host);
  return bounded(connectTcp({ host, port, lookup }), signal);
}

/** The same with TLS. The certificate is checked unless the options say otherwise. */
export function dialTls({ host, port, lookup = guardedLookup }: Road, options: ConnectionOptions, signal: AbortSignal): TLSSocket {
  assertAllowedHost(host);
  // An address is no server name (RFC 6066 section 3).
  const servername = isIP(host) === 0 ? host : '';
  return bounded(connectTls({ rejectUnauthorized: true, servername, ...options, host, port, lookup }), signal);
}

/** Resolves when the event comes, rejects when the connection fails or ends before. */
export async function reached(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  const over = new AbortController();
  const closed = once(socket, 'close', { signal: over.signal }).then(() => {
    throw Object.assign(new Error('closed'), { code: 'ECONNRESET' });
  });
  try {
    await Promise.race([once(socket, event, { signal: over.signal }), closed]);
  } finally {
    over.abort();
    closed.catch(() => undefined);
  }
}

function bounded<S extends Socket>(socket: S, signal: AbortSignal): S {
  let bytes = 0;
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) socket.destroy(Object.assign(new Error('too long'), { code: 'EMSGSIZE' }));
  });
  return addAbortSignal(signal, socket);
}
