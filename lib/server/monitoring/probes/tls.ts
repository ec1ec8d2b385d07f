import type { LookupFunction } from 'node:net';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { judgeValidity } from './certificate-validity';
import { dialTls, reached } from './dial';
import { errorWords } from './error-words';
import { failure, type Look } from './look';

/** What tests put in the place of this machine's. `ca`: who is trusted, as PEM; `now`: milliseconds since the epoch. */
export interface TlsParts {
  readonly ca?: string;
  readonly now?: () => number;
  readonly lookup?: LookupFunction;
}

/** Shakes hands with TLS and looks at the certificate: whether it is trusted, for this name, and for how long. */
export async function probeTls({ host, port, warnDays }: ConfigOf<'tls'>, signal: AbortSignal, { ca, now = Date.now, lookup }: TlsParts = {}): Promise<Look> {
  const startedAt = performance.now();
  // Let in first, so that what is wrong with the certificate can be told.
  const socket = dialTls({ host, port, ...(lookup && { lookup }) }, { rejectUnauthorized: false, ...(ca !== undefined && { ca }) }, signal);
  try {
    await reached(socket, 'secureConnect');
    const latencyMs = performance.now() - startedAt;
    if (!socket.authorized) return failure(untrusted(socket.authorizationError), latencyMs);
    return judgeValidity(Date.parse(socket.getPeerCertificate().valid_to), now(), warnDays, latencyMs);
  } finally {
    socket.destroy();
  }
}

/** Node gives the code alone or an error with it. */
function untrusted(reason: unknown): string {
  return errorWords(typeof reason === 'string' ? Object.assign(new Error('not trusted'), { code: reason }) : reason);
}
