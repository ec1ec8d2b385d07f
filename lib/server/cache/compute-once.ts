import 'server-only';
import { sleep } from '@/lib/core/sleep';
import type { ComputeLease } from './compute-lease';
import type { DedupCounts } from './counters';

const LOOK_FIRST_MS = 25;
const LOOK_AT_MOST_MS = 250;

/** One computation that many may want at once. */
export interface OnceInput<T> {
  readonly lease: ComputeLease;
  /** What another instance made meanwhile; undefined while there is nothing. */
  look(): Promise<T | undefined>;
  /** Makes it, and puts it where `look` finds it. */
  work(): Promise<T>;
}

export interface Once<T> {
  readonly value: T;
  /** `computed` by this very call, or `shared`: another call's, here or on another instance. */
  readonly how: 'computed' | 'shared';
}

/** Runs each computation once for all who ask for the same name at the same time, in this process and over instances. `prepare` is called for the first only. */
export type ComputeOnce = <T>(name: string, prepare: () => Promise<OnceInput<T>>) => Promise<Once<T>>;

/**
 * Whoever comes first computes under the lease, those of the same process wait for it, one of each other process waits
 * at Redis. When the one who computes dies, the next takes over once its lease has run out. Without Redis every process
 * computes for itself. A failure of `work` reaches all who waited in this process.
 */
export function createComputeOnce(counts: DedupCounts): ComputeOnce {
  const running = new Map<string, Promise<Once<unknown>>>();
  return async <T>(name: string, prepare: () => Promise<OnceInput<T>>): Promise<Once<T>> => {
    const before = running.get(name) as Promise<Once<T>> | undefined;
    if (before) {
      counts.shared += 1;
      return { value: (await before).value, how: 'shared' };
    }
    const own = overInstances(prepare).finally(() => running.delete(name));
    running.set(name, own);
    const once = await own;
    if (once.how === 'shared') counts.shared += 1;
    else counts.misses += 1;
    return once;
  };
}

async function overInstances<T>(prepare: () => Promise<OnceInput<T>>): Promise<Once<T>> {
  const input = await prepare();
  for (let waitMs = LOOK_FIRST_MS; ; waitMs = Math.min(waitMs * 2, LOOK_AT_MOST_MS)) {
    const once = await attempt(input);
    if (once) return once;
    await sleep(waitMs);
  }
}

/** Nothing while another instance is at it. */
async function attempt<T>({ lease, look, work }: OnceInput<T>): Promise<Once<T> | undefined> {
  const standing = await lease.take().then((taken) => (taken ? 'mine' : 'theirs'), () => 'alone' as const);
  if (standing === 'alone') return { value: await work(), how: 'computed' };
  const giveBack = standing === 'mine' ? lease.keep() : null;
  try {
    // Looked for under the lease too: between the question and the lease another may have finished.
    const value = await look().catch(() => undefined);
    if (value !== undefined) return { value, how: 'shared' };
    return giveBack ? { value: await work(), how: 'computed' } : undefined;
  } finally {
    // Nobody who asked needs to wait for that; it does not reject.
    void giveBack?.();
  }
}
