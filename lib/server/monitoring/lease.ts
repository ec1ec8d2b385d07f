import 'server-only';
import { REDIS_KEYS } from '@/lib/realtime/keys';
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
  const holder = () => quickRedis().get<string>(REDIS_KEYS.collector);
  return {
    async hold() {
      try {
        const redis = quickRedis();
        const taken = await redis.set(REDIS_KEYS.collector, token, { nx: true, px: LEASE_MS });
        if (taken === 'OK') return 'mine';
        if ((await holder()) !== token) return 'other';
        await redis.set(REDIS_KEYS.collector, token, { xx: true, px: LEASE_MS });
        return 'mine';
      } catch {
        return 'unknown';
      }
    },
    async release() {
      try {
        if ((await holder()) === token) await quickRedis().del(REDIS_KEYS.collector);
      } catch {
        // It runs out by itself.
      }
    },
  };
}
