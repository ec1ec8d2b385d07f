import 'server-only';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { redisLease } from '../redis-lease';
import { quickRedis } from './quick-redis';

/** A holder that was killed gives way after this. Renewed with every round. */
const LEASE_MS = 6_000;

/** Whether this instance is the one that looks: it is, another is, or Redis does not say. */
export type Hold = 'mine' | 'other' | 'unknown';

/** The right to be the one that looks at services. Kept in Redis, one for all instances. */
export interface CollectorLease {
  /** Takes or renews it. Never throws. */
  hold(): Promise<Hold>;
  /** Gives it back, if it is this one's. Never throws. */
  release(): Promise<void>;
}

/**
 * A lease in the name of `token`. Two may believe to hold it for a moment, when Redis lost its data or a process slept
 * past its time; the fence that each brings to the database decides then, see persist.ts.
 */
export function createCollectorLease(token: string): CollectorLease {
  const lease = () => redisLease(quickRedis(), REDIS_KEYS.collector, token, LEASE_MS);
  return {
    async hold() {
      try {
        return (await lease().take()) || (await lease().renew()) ? 'mine' : 'other';
      } catch {
        return 'unknown';
      }
    },
    async release() {
      // It runs out by itself where this fails.
      await lease().release().catch(() => undefined);
    },
  };
}
