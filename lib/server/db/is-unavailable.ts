import 'server-only';

// Prisma: unreachable, timed out, closed, no free connection, transaction could not start in time.
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
// libuv's words for a server that is not there, and PostgreSQL's class 57P (shutting down) and 08 (connection lost).
const DRIVER_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|57P0|08)/;
const DRIVER_WORDS = /Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed/i;

/** Whether a failure means that the database is not there now, rather than that it refused something. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 6; depth += 1) {
    const { code, originalCode, message, kind } = cause as Record<string, unknown>;
    for (const word of [code, originalCode]) {
      if (typeof word === 'string' && (PRISMA_CODES.has(word) || DRIVER_CODES.test(word))) return true;
    }
    for (const text of [message, kind]) if (typeof text === 'string' && DRIVER_WORDS.test(text)) return true;
    // A raw query that failed keeps what its driver said beside itself.
    const { cause: inner, meta } = cause as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
    cause = inner ?? meta?.driverAdapterError;
  }
  return false;
}
