import 'server-only';

const DEEPEST = 6;

/** A failure and what lies below it, from the outside in, however deep a driver has wrapped it. */
export function* causesOf(error: unknown): Generator<Readonly<Record<string, unknown>>> {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < DEEPEST; depth += 1) {
    yield cause as Record<string, unknown>;
    // A raw query that failed keeps what its driver said beside itself.
    const { cause: inner, meta } = cause as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
    cause = inner ?? meta?.driverAdapterError;
  }
}
