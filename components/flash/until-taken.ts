import { backoffMs } from '@/lib/core/backoff';
import { RequestError } from '@/lib/queries/http';

const BACKOFF = { baseMs: 1_000, capMs: 15_000 };
const LEAST_WAIT_MS = 500;

/**
 * Posts until the server has taken it. Throws what the server refuses for good (4xx), and whatever the pause throws.
 * @param pause waits the given time before the next try; shows the trouble, or ends it by throwing
 */
export async function untilTaken<T>(
  post: () => Promise<T>,
  pause: (waitMs: number, trouble: RequestError) => Promise<void>,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof RequestError) || !mayPass(error)) throw error;
      await pause(backoffMs(attempt, random(), BACKOFF, Math.max(error.retryAfterMs ?? 0, LEAST_WAIT_MS)), error);
    }
  }
}

function mayPass(error: RequestError): boolean {
  return error.status === 0 || error.status === 429 || error.status >= 500;
}
