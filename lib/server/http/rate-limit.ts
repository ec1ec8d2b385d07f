import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { count } from './count';

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
export function countRequest(kind: RateKind, userId: string): Promise<void> {
  return count(LIMITS[kind], userId, 'requests');
}
