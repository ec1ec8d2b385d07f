/** How long to wait between attempts. Times in milliseconds. */
export interface BackoffOptions {
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Exponential backoff with full jitter: a uniform draw from [0, min(cap, base · 2^attempt)].
 * @param attempt failures so far, 0 for the first retry
 * @param random a draw from [0, 1), passed in so that callers can test it
 * @param floorMs a wait the other side asked for (Retry-After); never undercut
 */
export function backoffMs(attempt: number, random: number, options: BackoffOptions, floorMs = 0): number {
  const exponent = Math.min(Math.max(attempt, 0), 30);
  const ceiling = Math.min(options.capMs, options.baseMs * 2 ** exponent);
  return Math.max(floorMs, Math.round(random * ceiling));
}
