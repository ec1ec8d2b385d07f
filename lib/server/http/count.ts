import 'server-only';
import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../errors';

/** Counts one of `what` ("requests") against a limit. Throws AppError too_many_requests (429) with the time to wait. */
export async function count(limiter: RateLimiterMemory, key: string, what: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AppError('too_many_requests', `Too many ${what} in a short time. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
  }
}
