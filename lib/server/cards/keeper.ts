import 'server-only';
import { isComputing } from '@/lib/protocol/card-state';
import type { CardState } from '@/lib/protocol/cards';
import type { AnyCard } from './define';
import type { CardEngine } from './engine';

/** A kept card is computed at most for one part of so many of the time, so that an expensive one waits longer. */
const PARTS_OF_TIME = 50;
/** What failed is left alone for this long, milliseconds. */
const AFTER_FAILURE_MS = 60_000;
/** How often age is looked at, and what another instance left undone, milliseconds. */
const SWEEP_EVERY_MS = 15_000;
/** Nobody looked: how long until that is asked again, milliseconds. */
const ASK_AGAIN_MS = 5_000;
const BUSY_MS = 1_000;

/** When a kept card is to be computed anew, milliseconds; null while it is current, or while nobody has asked for it yet. */
export function keepDue({ keptMs, ttlMs }: Pick<AnyCard, 'keptMs' | 'ttlMs'>, state: CardState, now: number): number | null {
  const { result, stale, error } = state;
  if (keptMs === undefined || !result) return null;
  const computedAt = Date.parse(result.computedAt);
  if (!stale && now - computedAt < ttlMs) return null;
  if (isComputing(state, now)) return now + BUSY_MS;
  const rested = computedAt + Math.max(keptMs, result.durationMs * PARTS_OF_TIME);
  return error ? Math.max(rested, Date.parse(error.at) + AFTER_FAILURE_MS) : rested;
}

interface KeeperParts {
  /** All cards; those without `keptMs` are left alone. */
  readonly cards: readonly AnyCard[];
  readonly engine: Pick<CardEngine, 'states' | 'keep'>;
  /** Whether any screen is connected, to whichever instance. */
  isLookedAt(): Promise<boolean>;
}

/** Keeps cards current for all screens together, while there are any. */
export interface CardKeeper {
  /** Says that these may be outdated now. */
  note(keys: Iterable<string>): void;
  /** Computes what is due. To be called every second or so; without anything due it asks nobody. */
  round(now: number): Promise<void>;
}

/** Makes one instance's keeper. Several share their work through the engine: none computes what another has just computed. */
export function createCardKeeper({ cards, engine, isLookedAt }: KeeperParts): CardKeeper {
  const kept = new Map(cards.filter(({ keptMs }) => keptMs !== undefined).map((card) => [card.key, card]));
  /** Cards to look at, by key, and not before when. */
  const waiting = new Map<string, number>();
  let [sweptAt, askAgainAt] = [0, 0];

  function note(keys: Iterable<string>): void {
    for (const key of keys) if (kept.has(key) && !waiting.has(key)) waiting.set(key, 0);
  }

  /** Whether the card is to be computed now; otherwise it waits, or is current. */
  function isNow(card: AnyCard, state: CardState | undefined, now: number): boolean {
    const at = state ? keepDue(card, state, now) : null;
    if (at !== null && at > now) waiting.set(card.key, at);
    else waiting.delete(card.key);
    return at !== null && at <= now;
  }

  return {
    note,
    async round(now) {
      if (now - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = now;
        note(kept.keys());
      }
      const looked = [...kept.values()].filter(({ key }) => (waiting.get(key) ?? Infinity) <= now);
      if (looked.length === 0 || now < askAgainAt) return;
      if (!(await isLookedAt().catch(() => false))) {
        askAgainAt = now + ASK_AGAIN_MS;
        return;
      }
      const states = await engine.states(looked);
      await engine.keep(looked.filter((card, index) => isNow(card, states[index], now)));
    },
  };
}
