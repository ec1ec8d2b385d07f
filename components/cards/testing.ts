import type { CardValue } from '@/lib/protocol/card-value';
import type { Card, CardInfo, CardResult, CardStale, CardState } from '@/lib/protocol/cards';

/** The moment that these cards were computed, unless told. */
export const COMPUTED_AT = '2026-11-21T12:00:00.000Z';

const COUNT: CardValue = { view: 'figures', headline: { value: 7, unit: 'count', tone: 'plain', words: 'open incidents' }, figures: [] };

/** A card for tests: a count that counts as current for five minutes, nothing known yet. */
export function aCard(key: string, state: Partial<CardState> = {}, info: Partial<CardInfo> = {}): Card {
  return {
    info: { key, tab: 'operations', title: `Card ${key}`, about: 'What is counted, over which time.', view: 'figures', wide: false, ttlMs: 300_000, keptMs: null, watches: ['incidents'], ...info },
    state: { key, result: null, stale: null, error: null, computing: null, ...state },
    mode: 'manual',
  };
}

/** A result for tests. */
export function aResult(fence: number, value: CardValue = COUNT): CardResult {
  return { fence, value, computedAt: COMPUTED_AT, durationMs: 412 };
}

/** A mark for tests: set 12 s after the result. */
export function aStale(fence: number, patch: Partial<CardStale> = {}): CardStale {
  return { fence, reason: 'incident 2026-0412 changed', at: '2026-11-21T12:00:12.000Z', bustFence: null, ...patch };
}
