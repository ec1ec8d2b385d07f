import { beforeEach, describe, expect, it } from 'vitest';
import { coldCard } from '@/lib/protocol/card-state';
import type { CardState } from '@/lib/protocol/cards';
import { defineCard, type AnyCard } from './define';
import { createCardKeeper, keepDue, type CardKeeper } from './keeper';

const START = Date.parse('2026-11-21T12:00:00.000Z');
const at = (seconds: number) => START + seconds * 1_000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();

function card(key: string, keptMs?: number): AnyCard {
  return defineCard({
    key, tab: 'operations', title: key, about: '', view: 'figures', ttlMs: 300_000, permission: 'cards.read', watches: [],
    ...(keptMs === undefined ? {} : { keptMs }),
    compute: () => Promise.resolve({ headline: null, figures: [] }),
  });
}

function state(key: string, computedAt: number, patch: Partial<CardState> = {}, durationMs = 5): CardState {
  return { ...coldCard(key), result: { fence: 1, value: { view: 'figures', headline: null, figures: [] }, computedAt: iso(computedAt), durationMs }, ...patch };
}
const changed = (seconds: number) => ({ stale: { fence: 2, reason: 'something changed', at: iso(seconds), bustFence: null } });

describe('a kept card is due', () => {
  const kept = card('one', 10_000);

  it('when something changed, but not sooner after the last time than it says', () => {
    expect(keepDue(kept, state('one', 0, changed(3)), at(3))).toBe(at(10));
    expect(keepDue(kept, state('one', 0, changed(30)), at(30))).toBe(at(10));
    expect(keepDue(kept, state('one', 0), at(30))).toBeNull();
  });

  it('when it has run out', () => {
    expect(keepDue(kept, state('one', 0), at(299))).toBeNull();
    expect(keepDue(kept, state('one', 0), at(300))).toBe(at(10));
  });

  it('the later the longer it takes: at most a fiftieth of the time is spent on it', () => {
    expect(keepDue(kept, state('one', 0, changed(3), 2_000), at(3))).toBe(at(100));
  });

  it('a minute after it failed, and after whoever is at it', () => {
    expect(keepDue(kept, state('one', 0, { ...changed(3), error: { fence: 3, message: 'No.', at: iso(12) } }), at(20))).toBe(at(72));
    expect(keepDue(kept, state('one', 0, { ...changed(3), computing: { fence: 3, since: iso(12) } }), at(13))).toBe(at(14));
  });

  it('never while nobody has asked for it, and never when it waits for somebody', () => {
    expect(keepDue(kept, { ...coldCard('one'), ...changed(3) }, at(30))).toBeNull();
    expect(keepDue(card('two'), state('two', 0, changed(3)), at(30))).toBeNull();
  });
});

describe('the keeper', () => {
  let states: Map<string, CardState>;
  let computed: string[][];
  let [looks, reads] = [0, 0];
  let isLookedAt: boolean;
  let keeper: CardKeeper;
  let now: number;
  beforeEach(async () => {
    now = 0;
    states = new Map(['now', 'span', 'asked'].map((key) => [key, state(key, 0)]));
    computed = [];
    isLookedAt = true;
    keeper = createCardKeeper({
      cards: [card('now', 10_000), card('span', 60_000), card('asked')],
      engine: {
        states(cards) {
          reads += 1;
          return Promise.resolve(cards.map(({ key }) => states.get(key) ?? coldCard(key)));
        },
        keep(cards) {
          if (cards.length > 0) computed.push(cards.map(({ key }) => key));
          for (const { key } of cards) states.set(key, state(key, now));
          return Promise.resolve();
        },
      },
      isLookedAt() {
        looks += 1;
        return Promise.resolve(isLookedAt);
      },
    });
    await keeper.round(at(0));
    [looks, reads] = [0, 0];
  });

  function change(...keys: string[]): void {
    for (const key of keys) states.set(key, { ...(states.get(key) ?? coldCard(key)), ...changed(now) });
    keeper.note(keys);
  }
  async function until(seconds: number): Promise<void> {
    for (; now < seconds; ) {
      now += 1;
      await keeper.round(at(now));
    }
  }

  it('asks nobody while nothing has happened, but for a look every fifteen seconds', async () => {
    await until(14);
    expect([looks, reads]).toEqual([0, 0]);
    await until(60);
    expect([looks, reads, computed]).toEqual([4, 4, []]);
  });

  it('computes what changed at once, and goes on at its pace however much happens', async () => {
    await until(20);
    change('now');
    await until(21);
    expect(computed).toEqual([['now']]);
    for (let second = 21; second < 41; second += 1) {
      change('now');
      await until(second + 1);
    }
    expect(computed).toEqual([['now'], ['now'], ['now']]);
  });

  it('gives each card its own pace, and leaves alone what waits for somebody', async () => {
    await until(12);
    change('now', 'span', 'asked');
    await until(59);
    expect(computed).toEqual([['now']]);
    await until(61);
    expect(computed).toEqual([['now'], ['span']]);
  });

  it('finds what another instance left undone, and what has run out', async () => {
    states.set('span', { ...state('span', -60), ...changed(1) });
    await until(16);
    expect(computed).toEqual([['span']]);
    states.set('now', state('now', -300));
    await until(31);
    expect(computed).toEqual([['span'], ['now']]);
  });

  it('waits while no screen is there, and catches up when one comes', async () => {
    isLookedAt = false;
    await until(12);
    change('now');
    await until(120);
    expect(computed).toEqual([]);
    expect(reads).toBe(0);
    expect(looks).toBeLessThan(25);
    isLookedAt = true;
    await until(126);
    expect(computed).toEqual([['now']]);
  });
});
