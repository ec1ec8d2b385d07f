import 'server-only';
import type { Redis } from '@upstash/redis';
import pLimit from 'p-limit';
import { applyCardUpdate, coldCard, isBusted, mayServe } from '@/lib/protocol/card-state';
import type { CardError, CardResult, CardScope, CardStale, CardState } from '@/lib/protocol/cards';
import { computeLease, LEASE_MS } from '../cache/compute-lease';
import { createComputeOnce } from '../cache/compute-once';
import type { DedupCounts } from '../cache/counters';
import { nextFence } from '../cache/fenced';
import type { Announce } from './announce';
import type { AnyCard } from './define';
import { runCompute } from './run-compute';
import { createCardStore, leaseName } from './store';

/** How many cards are computed at once when all of a scope are. */
const AT_ONCE = 2;
const HIT_TOLD_EVERY_MS = 5_000;

/** What the engine is made of. */
export interface EngineParts {
  readonly redis: Redis;
  readonly announce: Announce;
  readonly counts: DedupCounts;
  /** Names this process to clients. */
  readonly instanceId: string;
  readonly timeoutMs: number;
  readonly leaseMs?: number;
  /** Called for each computation that this process did. */
  onComputed?(key: string, durationMs: number, succeeded: boolean): void;
}

export interface CardReading {
  readonly state: CardState;
  /** Given from what was kept, computed for this request, or somebody else's computation. */
  readonly how: 'hit' | 'miss' | 'shared';
}

/** Computes cards once for everybody and tells everybody. Cards are named by their definitions' keys. */
export interface CardEngine {
  /** All of these as they stand. While Redis is away, what this process computed itself. */
  states(cards: readonly AnyCard[]): Promise<CardState[]>;
  /** The card, computed first unless what is kept may be shown as current. */
  read(card: AnyCard): Promise<CardReading>;
  /** Throws away what is kept, so that nobody is given it as current. It stays visible until there is more. */
  bust(cards: readonly AnyCard[], scope: CardScope | null, reason: string): Promise<void>;
  /** Computes all of these anew, in this order, two at once. Never throws. */
  recompute(cards: readonly AnyCard[]): Promise<void>;
  /** The same without announcing it beforehand: what comes by itself need not turn a wheel on every screen. Never throws. */
  keep(cards: readonly AnyCard[]): Promise<void>;
  /** Marks cards as outdated; `changes`: the card's key → why. Told once for each until it is computed again. */
  markStale(changes: ReadonlyMap<string, string>): Promise<void>;
}

interface Outcome {
  readonly fence: number;
  readonly result: CardResult | null;
  readonly error: CardError | null;
  readonly stale: CardStale | null;
}

interface Work {
  readonly fence: number;
  readonly now: Date;
  readonly quietly: boolean;
}

/** One process's engine. Several of them behave as one through Redis. */
export function createCardEngine(parts: EngineParts): CardEngine {
  const { redis, announce, counts, instanceId, timeoutMs, leaseMs = LEASE_MS } = parts;
  const store = createCardStore(redis);
  const once = createComputeOnce(counts);
  const ownStates = new Map<string, CardState>();
  const hitTold = new Map<string, number>();
  const limit = pLimit(AT_ONCE);

  async function states(wanted: readonly AnyCard[]): Promise<CardState[]> {
    try {
      return await store.states(wanted.map(({ key }) => key));
    } catch {
      return wanted.map(({ key }) => ownStates.get(key) ?? coldCard(key));
    }
  }

  async function stateOf(card: AnyCard): Promise<CardState> {
    const [state] = await states([card]);
    return state ?? coldCard(card.key);
  }

  async function read(card: AnyCard): Promise<CardReading> {
    const before = await stateOf(card);
    if (mayServe(before, card.ttlMs, Date.now())) {
      counts.hits += 1;
      await tellHit(card, before.result);
      return { state: before, how: 'hit' };
    }
    return computed(card, before);
  }

  async function computed(card: AnyCard, before: CardState, quietly = false): Promise<CardReading> {
    const asked = Math.max(before.result?.fence ?? 0, before.error?.fence ?? 0);
    // A computation that was running when somebody threw the card away began on the old ground.
    const newEnough = Math.max(asked, before.stale?.bustFence ?? 0);
    for (let attempt = 0; ; attempt += 1) {
      const { value, how } = await onceFor(card, before, newEnough, quietly);
      if (value.fence > newEnough || attempt > 0) return { state: outcomeOnto(before, value), how: how === 'computed' ? 'miss' : 'shared' };
    }
  }

  function onceFor(card: AnyCard, before: CardState, newEnough: number, quietly: boolean) {
    return once<Outcome>(card.key, async () => {
      const fence = await nextFence(redis).catch(() => Math.max(Date.now() * 1_000, newEnough + 1));
      const now = new Date();
      const note = JSON.stringify({ computing: { fence, since: now.toISOString() }, instanceId });
      return {
        lease: computeLease(redis, leaseName(card.key), note, leaseMs),
        look: () => foundNewer(card, newEnough),
        work: () => work(card, before, { fence, now, quietly }),
      };
    });
  }

  async function foundNewer(card: AnyCard, newEnough: number): Promise<Outcome | undefined> {
    const [state] = await store.states([card.key]);
    if (!state) return undefined;
    const fence = Math.max(state.result?.fence ?? 0, state.error?.fence ?? 0);
    return fence > newEnough ? { fence, result: state.result, error: state.error, stale: state.stale } : undefined;
  }

  async function work(card: AnyCard, before: CardState, { fence, now, quietly }: Work): Promise<Outcome> {
    const why = isBusted(before) ? 'busted' : before.result ? 'expired' : 'cold';
    if (!quietly) await announce([{ type: 'cache:miss', data: { key: card.key, computing: { fence, since: now.toISOString() }, why } }]);
    const since = performance.now();
    const attempt = await runCompute(card, timeoutMs, now);
    const durationMs = Math.round((performance.now() - since) * 10) / 10;
    parts.onComputed?.(card.key, durationMs, 'value' in attempt);
    const outcome =
      'value' in attempt
        ? await succeeded(card, { fence, value: attempt.value, computedAt: now.toISOString(), durationMs })
        : await failed(card, before, { fence, message: attempt.message, at: new Date().toISOString() });
    ownStates.set(card.key, outcomeOnto(ownStates.get(card.key) ?? coldCard(card.key), outcome));
    return outcome;
  }

  async function succeeded(card: AnyCard, result: CardResult): Promise<Outcome> {
    let stale: CardStale | null = null;
    try {
      if (!(await store.putResult(card.key, result))) return await overtaken(card, result);
      const mark = await store.forgetTold(card.key);
      stale = mark && mark.fence > result.fence ? mark : null;
      await announce([{ type: 'cache:done', data: { key: card.key, result, stale } }]);
    } catch {
      // Redis is away: whoever asked gets it all the same.
    }
    return { fence: result.fence, result, error: null, stale };
  }

  /** Another computation that began later was quicker; its result is what counts. */
  async function overtaken(card: AnyCard, own: CardResult): Promise<Outcome> {
    return (await foundNewer(card, own.fence)) ?? { fence: own.fence, result: own, error: null, stale: null };
  }

  async function failed(card: AnyCard, before: CardState, error: CardError): Promise<Outcome> {
    await store.putError(card.key, error).catch(() => false);
    await announce([{ type: 'cache:error', data: { key: card.key, error } }]);
    return { fence: error.fence, result: before.result, error, stale: before.stale };
  }

  async function tellHit(card: AnyCard, result: CardResult | null): Promise<void> {
    const now = Date.now();
    if (!result || now - (hitTold.get(card.key) ?? 0) < HIT_TOLD_EVERY_MS) return;
    hitTold.set(card.key, now);
    await announce([{ type: 'cache:hit', data: { key: card.key, computedAt: result.computedAt } }]);
  }

  return {
    states,
    read,
    async bust(wanted, scope, reason) {
      const fence = await nextFence(redis);
      const stale = { fence, reason, at: new Date().toISOString(), bustFence: fence };
      const keys = wanted.map(({ key }) => key);
      await store.mark(new Map(keys.map((key) => [key, stale])));
      await announce([{ type: 'cache:bust', data: { keys, scope, stale } }]);
    },
    async recompute(wanted) {
      const keys = wanted.map(({ key }) => key);
      const before = await states(wanted);
      const since = performance.now();
      await announce([{ type: 'sys:warming', data: { keys, instanceId } }]);
      const went = await Promise.all(wanted.map((card, index) => limit(() => wentWell(card, before[index] ?? coldCard(card.key)))));
      const failedKeys = keys.filter((_, index) => !went[index]);
      await announce([{ type: 'sys:warm', data: { keys, instanceId, tookMs: Math.round(performance.now() - since), failed: failedKeys } }]);
    },
    async keep(wanted) {
      const before = await states(wanted);
      await Promise.all(wanted.map((card, index) => limit(() => wentWell(card, before[index] ?? coldCard(card.key), true))));
    },
    async markStale(changes) {
      if (changes.size === 0) return;
      const fence = await nextFence(redis);
      const at = new Date().toISOString();
      const marks = new Map([...changes].map(([key, reason]) => [key, { fence, reason, at, bustFence: null }]));
      const untold = await store.mark(marks);
      await announce(untold.flatMap((key) => {
        const stale = marks.get(key);
        return stale ? [{ type: 'state:stale' as const, data: { key, stale } }] : [];
      }));
    },
  };

  async function wentWell(card: AnyCard, before: CardState, quietly = false): Promise<boolean> {
    const { state } = await computed(card, before, quietly).catch(() => ({ state: null }));
    return state !== null && state.error === null;
  }
}

function outcomeOnto(before: CardState, { result, error, stale }: Outcome): CardState {
  let state = before;
  if (result) state = applyCardUpdate(state, { what: 'done', result, stale });
  if (error) state = applyCardUpdate(state, { what: 'error', error });
  return state;
}
