import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors';

const WINDOW_SECONDS = 60;

/** Requests one user may make in a minute, by kind. Receipts are many: each message makes two on every screen. */
const LIMITS = {
  read: new RateLimiterMemory({ keyPrefix: 'read', points: 600, duration: WINDOW_SECONDS }),
  write: new RateLimiterMemory({ keyPrefix: 'write', points: 120, duration: WINDOW_SECONDS }),
  entry: new RateLimiterMemory({ keyPrefix: 'entry', points: 600, duration: WINDOW_SECONDS }),
  receipt: new RateLimiterMemory({ keyPrefix: 'receipt', points: 1_200, duration: WINDOW_SECONDS }),
  probe: new RateLimiterMemory({ keyPrefix: 'probe', points: 1_200, duration: WINDOW_SECONDS }),
} as const;

export type RateKind = keyof typeof LIMITS;

/** Counts one request. Throws AppError too_many_requests (429) with the time to wait. */
export async function countRequest(kind: RateKind, userId: string): Promise<void> {
  try {
    await LIMITS[kind].consume(userId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AppError('too_many_requests', `Too many requests in a short time. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
  }
}
