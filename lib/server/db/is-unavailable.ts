import 'server-only';
import { causesOf } from './causes-of';

// Prisma: unreachable, timed out, closed, no free connection, transaction could not start in time.
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
// libuv's words for a server that is not there, and PostgreSQL's class 57P (shutting down) and 08 (connection lost).
const DRIVER_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|57P0|08)/;
const DRIVER_WORDS = /Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed/i;

/** Whether a failure means that the database is not there now, rather than that it refused something. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (const { code, originalCode, message, kind } of causesOf(error)) {
    for (const word of [code, originalCode]) {
      if (typeof word === 'string' && (PRISMA_CODES.has(word) || DRIVER_CODES.test(word))) return true;
    }
    for (const text of [message, kind]) if (typeof text === 'string' && DRIVER_WORDS.test(text)) return true;
  }
  return false;
}
