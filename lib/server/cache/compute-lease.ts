import 'server-only';
import type { Redis } from '@upstash/redis';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { redisLease } from '../redis-lease';

/** A computing instance that was killed gives way after this; one that lives renews in time. */
export const LEASE_MS = 5_000;

/**
 * The right to be the one that computes `name`, one for all instances. `note` is what others may read of it.
 * Two may believe to hold it for a moment, when a process slept past its time; what they write must bear a fence.
 */
export interface ComputeLease {
  /** Whether it was free and is this one's now. */
  take(): Promise<boolean>;
  /** Keeps it alive until the returned function is called, which gives it back. Neither throws. */
  keep(): () => Promise<void>;
}

/** A lease in Redis. `take` throws when Redis cannot be asked. */
export function computeLease(redis: Redis, name: string, note: string, leaseMs = LEASE_MS): ComputeLease {
  const lease = redisLease(redis, REDIS_KEYS.computing + name, note, leaseMs);
  return {
    take: () => lease.take(),
    keep() {
      const timer = setInterval(() => void lease.renew().catch(() => false), leaseMs / 3);
      return async () => {
        clearInterval(timer);
        // It runs out by itself where this fails.
        await lease.release().catch(() => undefined);
      };
    },
  };
}
