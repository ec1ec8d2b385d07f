import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { singleFlight } from '@/lib/core/single-flight';
import { roleSchema, type Role } from '@/lib/protocol/permissions';
import { REDIS_KEYS, SESSIONS_READY_FIELD } from './keys';

const CACHE_MS = 1_000;

/** What an account may do now. `role` null: disabled. A token with another version than this is void. */
export interface AccountState {
  readonly sessionVersion: number;
  readonly role: Role | null;
}

/** Redis lost the list of accounts and no server has written it again yet. Passing anybody would be a guess. */
export class RegistryNotReady extends Error {
  override readonly name = 'RegistryNotReady';
}

/** The accounts as the stream knows them: written by the Node side, read here about once a second at most. */
export interface SessionRegistry {
  /** Undefined for an account that does not exist. Throws RegistryNotReady, or when Redis cannot be asked. */
  account(userId: string): Promise<AccountState | undefined>;
  /** All accounts, read now. Throws as `account` does. */
  readAll(): Promise<ReadonlyMap<string, AccountState>>;
  /** Whether a sign-in was ended by signing out, as of the last read. */
  hasEnded(sessionId: string): boolean;
  /** Takes over what an event told, without waiting for the next read. */
  learn(userId: string, state: AccountState): void;
  /** The same for a sign-in that ended. */
  learnEnded(sessionId: string): void;
}

const DISABLED = 'disabled';
const flatHashSchema = z.array(z.string()).nullable();
const endedSchema = z.array(z.coerce.string());

/** One account as its field of the sessions hash. */
export function encodeAccount({ sessionVersion, role }: AccountState): string {
  return `${sessionVersion}:${role ?? DISABLED}`;
}

/** Whether a sign-in of this version and role still holds. */
export function stillHolds(account: AccountState | undefined, sessionVersion: number, role: Role): boolean {
  return account?.role === role && account.sessionVersion === sessionVersion;
}

/** Reads the whole list at once, shared by everybody who connects in the same second. */
export function createSessionRegistry(redis: Redis): SessionRegistry {
  let accounts = new Map<string, AccountState>();
  let ended = new Set<string>();
  let readAt = -Infinity;

  const load = singleFlight(async () => {
    const pipeline = redis.pipeline();
    pipeline.hgetall(REDIS_KEYS.sessions);
    pipeline.zrange(REDIS_KEYS.endedSessions, Date.now(), '+inf', { byScore: true });
    const [hash, list] = await pipeline.exec<[unknown, unknown]>();
    const flat = flatHashSchema.parse(hash) ?? [];
    const next = new Map<string, AccountState>();
    let ready = false;
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const [userId = '', value = ''] = [flat[i], flat[i + 1]];
      if (userId === SESSIONS_READY_FIELD) ready = true;
      else next.set(userId, decodeAccount(value));
    }
    if (!ready) throw new RegistryNotReady('The list of accounts is not there yet.');
    accounts = next;
    ended = new Set(endedSchema.parse(list));
    readAt = performance.now();
  });

  return {
    async account(userId) {
      if (performance.now() - readAt > CACHE_MS) await load();
      return accounts.get(userId);
    },
    async readAll() {
      await load();
      return accounts;
    },
    hasEnded: (sessionId) => ended.has(sessionId),
    learnEnded: (sessionId) => void ended.add(sessionId),
    learn(userId, state) {
      accounts.set(userId, state);
    },
  };
}

function decodeAccount(value: string): AccountState {
  const [version = '', word = ''] = value.split(':');
  const role = roleSchema.safeParse(word);
  return { sessionVersion: Number(version), role: role.success ? role.data : null };
}
