import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { serverRedis } from '../relay/log';

/** One budget of attempts: `points` in `windowSeconds`, then none until the window is over. */
export interface Budget {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** How one attempt was counted. `waitSeconds`: 0 when it may be made. */
export interface Counted {
  readonly waitSeconds: number;
}

const local = new Map<string, RateLimiterMemory>();

/**
 * Counts one attempt, over all instances. While Redis is away each process counts for itself, which is still a limit.
 * A fixed window: the key runs out by itself; counting and looking are one transaction.
 */
export async function consumeAttempt(budget: Budget, subject: string): Promise<Counted> {
  try {
    const transaction = serverRedis().multi();
    const key = keyOf(budget, subject);
    transaction.set(key, 0, { nx: true, ex: budget.windowSeconds });
    transaction.incr(key);
    transaction.pttl(key);
    const [, used, leftMs] = await transaction.exec<[unknown, number, number]>();
    return { waitSeconds: Number(used) <= budget.points ? 0 : Math.max(1, Math.ceil(Number(leftMs) / 1_000)) };
  } catch {
    const { consumedPoints, msBeforeNext } = await localOf(budget).penalty(subject);
    return { waitSeconds: consumedPoints <= budget.points ? 0 : Math.max(1, Math.ceil(msBeforeNext / 1_000)) };
  }
}

/** Gives one attempt back. Never throws: a window runs out by itself. */
export async function giveBackAttempt(budget: Budget, subject: string): Promise<void> {
  await localOf(budget).reward(subject).catch(() => undefined);
  const key = keyOf(budget, subject);
  // A counter that ran out meanwhile must not come back without an end.
  await serverRedis().exists(key).then((there) => (there ? serverRedis().decr(key) : 0)).catch(() => undefined);
}

function keyOf({ name }: Budget, subject: string): string {
  return `${REDIS_KEYS.attempts}${name}:${subject}`;
}

function localOf({ name, points, windowSeconds }: Budget): RateLimiterMemory {
  const known = local.get(name);
  if (known) return known;
  const made = new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds });
  local.set(name, made);
  return made;
}
