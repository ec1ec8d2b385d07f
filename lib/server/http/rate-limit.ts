import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { serverSettings } from '../env';
import { count } from './count';

const WINDOW_SECONDS = 60;

/** Requests one user may make in a minute, by kind. Receipts are many: each message makes two on every screen. */
const LIMITS = {
  read: new RateLimiterMemory({ keyPrefix: 'read', points: 600, duration: WINDOW_SECONDS }),
  write: new RateLimiterMemory({ keyPrefix: 'write', points: 120, duration: WINDOW_SECONDS }),
  entry: new RateLimiterMemory({ keyPrefix: 'entry', points: 600, duration: WINDOW_SECONDS }),
  receipt: new RateLimiterMemory({ keyPrefix: 'receipt', points: 1_200, duration: WINDOW_SECONDS }),
} as const;

let testBroadcasts: RateLimiterMemory | undefined;

/** A limit of its own for what reaches every screen and only measures. */
export type RateKind = keyof typeof LIMITS | 'testBroadcast';

/** Counts one request. Throws AppError too_many_requests (429) with the time to wait. */
export function countRequest(kind: RateKind, userId: string): Promise<void> {
  if (kind !== 'testBroadcast') return count(LIMITS[kind], userId, 'requests');
  testBroadcasts ??= new RateLimiterMemory({ keyPrefix: kind, points: serverSettings().testBroadcastsPerMinute, duration: WINDOW_SECONDS });
  return count(testBroadcasts, userId, 'test broadcasts');
}
