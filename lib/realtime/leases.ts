import type { Redis } from '@upstash/redis';
import { leasesKey } from './keys';

/** A lease that nobody renews is free after this: the bound for a server that was killed. */
const LEASE_MS = 20_000;
/** How often a hub renews the leases of its clients. */
export const RENEW_EVERY_MS = 6_000;

/** Who wants a slot. `clientId` is the caller's choice; `kind` names the sort of stream ("board", "rooms"). */
export interface LeaseRequest {
  readonly userId: string;
  readonly kind: string;
  readonly clientId: string;
}

/** A slot that is taken. `member` has a part that the server makes, so that one client id never stands for two streams. */
export interface Lease {
  readonly userId: string;
  readonly member: string;
}

/** A lease that was granted. `moved`: the same client had a stream of this kind elsewhere, which must end now. */
export interface Claimed {
  readonly lease: Lease;
  readonly moved: boolean;
}

/** Slots for streams: so many per user, over all instances. Kept in Redis, one sorted set per user, by time of expiry. */
export interface Leases {
  /** Takes a slot, or takes over the one that this client has. Null when all are taken. Throws when Redis cannot be asked. */
  claim(request: LeaseRequest): Promise<Claimed | null>;
  /** Keeps the slots of all who still listen. Gives those that are lost: their streams must end. Throws when Redis cannot be asked. */
  renew(leases: readonly Lease[]): Promise<Lease[]>;
  /** Gives a slot back. Never throws: an unreleased lease runs out by itself. */
  release(lease: Lease): Promise<void>;
}

/** Leases of at most `maxPerUser` streams for each user. */
export function createLeases(redis: Redis, maxPerUser: number): Leases {
  /** Adds a member in place of others. False, and nothing is added, when that would be one too many. */
  async function put({ userId, member }: Lease, inPlaceOf: readonly string[]): Promise<boolean> {
    const key = leasesKey(userId);
    const now = Date.now();
    const transaction = redis.multi();
    transaction.zremrangebyscore(key, 0, now);
    if (inPlaceOf.length > 0) transaction.zrem(key, ...inPlaceOf);
    transaction.zadd(key, { score: now + LEASE_MS, member });
    transaction.zcard(key);
    transaction.pexpire(key, LEASE_MS * 2);
    const replies = await transaction.exec<number[]>();
    if (Number(replies.at(-2)) <= maxPerUser) return true;
    await release({ userId, member });
    return false;
  }

  async function release({ userId, member }: Lease): Promise<void> {
    await redis.zrem(leasesKey(userId), member).catch(() => undefined);
  }

  async function membersOf(userIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const pipeline = redis.pipeline();
    for (const userId of userIds) pipeline.zrange(leasesKey(userId), Date.now(), '+inf', { byScore: true });
    const replies = await pipeline.exec<string[][]>();
    return new Map(userIds.map((userId, index) => [userId, (replies[index] ?? []).map(String)]));
  }

  return {
    async claim({ userId, kind, clientId }) {
      const lease = { userId, member: `${kind}:${clientId}:${crypto.randomUUID()}` };
      const held = (await membersOf([userId])).get(userId) ?? [];
      const former = held.filter((member) => isSameClient(member, lease.member));
      return (await put(lease, former)) ? { lease, moved: former.length > 0 } : null;
    },
    async renew(leases) {
      const users = [...new Set(leases.map(({ userId }) => userId))];
      if (users.length === 0) return [];
      const members = await membersOf(users);
      const pipeline = redis.pipeline();
      const missing: Lease[] = [];
      for (const lease of leases) {
        if (!members.get(lease.userId)?.includes(lease.member)) missing.push(lease);
        else pipeline.zadd(leasesKey(lease.userId), { xx: true }, { score: Date.now() + LEASE_MS, member: lease.member });
      }
      for (const userId of users) pipeline.pexpire(leasesKey(userId), LEASE_MS * 2);
      await pipeline.exec();
      const kept = await Promise.all(missing.map((lease) => putBack(lease, members.get(lease.userId) ?? [])));
      return missing.filter((_, index) => !kept[index]);
    },
    release,
  };

  /** Redis forgets, or a process sleeps past its leases: such a stream stays where there is still a slot for it. */
  async function putBack(lease: Lease, held: readonly string[]): Promise<boolean> {
    return !held.some((member) => isSameClient(member, lease.member)) && put(lease, []);
  }
}

/** Whether two members stand for one client's streams of one kind. */
export function isSameClient(member: string, other: string): boolean {
  return clientOf(member) === clientOf(other);
}

function clientOf(member: string): string {
  return member.slice(0, member.lastIndexOf(':'));
}
