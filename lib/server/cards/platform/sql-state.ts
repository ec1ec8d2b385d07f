const SQL_STATE = /^\d[0-9A-Z]{4}$/;
const DEEPEST = 6;

/** The code by which PostgreSQL names a failure (its manual, appendix A), however deep a driver has wrapped it; else null. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < DEEPEST; depth += 1) {
    const { originalCode, code, cause: inner, meta } = cause as { originalCode?: unknown; code?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
    for (const word of [originalCode, code]) if (typeof word === 'string' && SQL_STATE.test(word)) return word;
    cause = inner ?? meta?.driverAdapterError;
  }
  return null;
}
