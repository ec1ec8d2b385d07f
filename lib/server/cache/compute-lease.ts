import 'server-only';
import type { Redis } from '@upstash/redis';
import { REDIS_KEYS } from '@/lib/realtime/keys';

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
  const key = REDIS_KEYS.computing + name;
  const isMine = async () => (await redis.get<string>(key)) === note;
  const renew = async () => {
    if (await isMine()) await redis.set(key, note, { xx: true, px: leaseMs });
  };
  return {
    async take() {
      return (await redis.set(key, note, { nx: true, px: leaseMs })) === 'OK';
    },
    keep() {
      const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
      return async () => {
        clearInterval(timer);
        // It runs out by itself where this fails.
        await isMine().then((mine) => (mine ? redis.del(key) : 0), () => 0).catch(() => 0);
      };
    },
  };
}
