import { describe, expect, it } from 'vitest';
import type { Card, CardState } from '@/lib/protocol/cards';
import { autoWait, isDue } from './auto-refresh';
import { aCard, aResult, aStale, COMPUTED_AT } from './testing';

const at = (seconds: number) => Date.parse(COMPUTED_AT) + seconds * 1_000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const auto = (state: Partial<CardState>): Card => ({ ...aCard('one', { result: aResult(1), ...state }), mode: 'auto' });

describe('a card that keeps itself current is due', () => {
  it('when what it stands on changed', () => {
    expect(isDue(auto({ stale: aStale(2) }), at(13))).toBe(true);
    expect(isDue(auto({}), at(13))).toBe(false);
  });

  it('when it has run out', () => {
    expect(isDue(auto({}), at(300))).toBe(true);
  });

  it('not when it is kept by hand or put away', () => {
    for (const mode of ['manual', 'hidden'] as const) expect(isDue({ ...auto({ stale: aStale(2) }), mode }, at(13))).toBe(false);
  });

  it('not when the server computes it anew for all', () => {
    const card = auto({ stale: aStale(2) });
    expect(isDue({ ...card, info: { ...card.info, keptMs: 10_000 } }, at(13))).toBe(false);
  });

  it('not while somebody computes it, but when that was given up', () => {
    const card = auto({ stale: aStale(2), computing: { fence: 3, since: iso(13) } });
    expect(isDue(card, at(14))).toBe(false);
    expect(isDue(card, at(50))).toBe(true);
  });

  it('not when somebody asked a moment ago', () => {
    const card = auto({ stale: aStale(2, { bustFence: 2 }) });
    expect(isDue(card, at(13))).toBe(false);
    expect(isDue(card, at(23))).toBe(true);
  });

  it('not soon after a failure', () => {
    const card = auto({ stale: aStale(2), error: { fence: 3, message: 'It failed.', at: iso(20) } });
    expect(isDue(card, at(40))).toBe(false);
    expect(isDue(card, at(80))).toBe(true);
  });
});

describe('how long it waits', () => {
  it('is up to a second', () => {
    expect(autoWait(null, at(0), 0)).toBe(0);
    expect(autoWait(null, at(0), 0.999)).toBeLessThan(1_000);
  });

  it('is the rest of ten seconds after the time before', () => {
    expect(autoWait(at(0), at(4), 0.5)).toBe(6_500);
    expect(autoWait(at(0), at(40), 0.5)).toBe(500);
  });
});
