import 'server-only';
import type { Redis } from '@upstash/redis';

/**
 * The right to be the one that does something, one for all instances. Two may believe to hold it for a moment, when Redis
 * lost its data or a process slept past its time; what they write must bear a fence. Every method throws when Redis cannot be asked.
 */
export interface RedisLease {
  /** Whether it was free and is this one's now. */
  take(): Promise<boolean>;
  /** Lengthens it; false when it is another's, or nobody's. */
  renew(): Promise<boolean>;
  /** Gives it back, if it is this one's. */
  release(): Promise<void>;
}

/** A lease under `key` that runs out by itself after `leaseMs`. `note` names its holder, and is what others may read of it. */
export function redisLease(redis: Redis, key: string, note: string, leaseMs: number): RedisLease {
  const isMine = async () => (await redis.get<string>(key)) === note;
  return {
    async take() {
      return (await redis.set(key, note, { nx: true, px: leaseMs })) === 'OK';
    },
    async renew() {
      if (!(await isMine())) return false;
      await redis.set(key, note, { xx: true, px: leaseMs });
      return true;
    },
    async release() {
      if (await isMine()) await redis.del(key);
    },
  };
}
