import type { Redis } from '@upstash/redis';
import { REDIS_KEYS } from './keys';

/** A lease that nobody renews is free after this: the bound for a server that was killed. */
const LEASE_MS = 20_000;
/** How often a hub renews the leases of its clients. */
export const RENEW_EVERY_MS = 6_000;

/** One client of one user. */
export interface LeaseHolder {
  readonly userId: string;
  readonly clientId: string;
}

/** Places for streams: so many per user, over all instances. Kept in Redis, one sorted set per user, by time of expiry. */
export interface Leases {
  /** Takes a place, or keeps the one this client has. False when all are taken. Throws when Redis cannot be asked. */
  claim(holder: LeaseHolder): Promise<boolean>;
  /** Keeps the places of everybody who still listens. Throws when Redis cannot be asked. */
  renew(holders: readonly LeaseHolder[]): Promise<void>;
  /** Gives a place back. Never throws: an unreleased lease runs out by itself. */
  release(holder: LeaseHolder): Promise<void>;
}

/** Leases of at most `maxPerUser` streams for each user. */
export function createLeases(redis: Redis, maxPerUser: number): Leases {
  const release = async ({ userId, clientId }: LeaseHolder) => {
    await redis.zrem(keyOf(userId), clientId).catch(() => undefined);
  };
  return {
    async claim(holder) {
      const key = keyOf(holder.userId);
      const now = Date.now();
      const transaction = redis.multi();
      transaction.zremrangebyscore(key, 0, now);
      transaction.zadd(key, { score: now + LEASE_MS, member: holder.clientId });
      transaction.zcard(key);
      transaction.pexpire(key, LEASE_MS * 2);
      const [, added, taken] = await transaction.exec<[number, number, number, number]>();
      if (Number(added) === 0 || Number(taken) <= maxPerUser) return true;
      await release(holder);
      return false;
    },
    async renew(holders) {
      if (holders.length === 0) return;
      const score = Date.now() + LEASE_MS;
      const pipeline = redis.pipeline();
      for (const [userId, clientIds] of byUser(holders)) {
        const [first, ...rest] = clientIds.map((member) => ({ score, member }));
        if (first) pipeline.zadd(keyOf(userId), first, ...rest);
        pipeline.pexpire(keyOf(userId), LEASE_MS * 2);
      }
      await pipeline.exec();
    },
    release,
  };
}

function keyOf(userId: string): string {
  return `${REDIS_KEYS.leases}:${userId}`;
}

function byUser(holders: readonly LeaseHolder[]): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { userId, clientId } of holders) users.set(userId, [...(users.get(userId) ?? []), clientId]);
  return users;
}
