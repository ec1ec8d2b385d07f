import { describe, expect, it } from 'vitest';
import { openTab, tabsOf } from './tabs';
import { aCard, aResult, aStale } from './testing';

const marked = aCard('marked', { result: aResult(1), stale: aStale(2) });
const CARDS = [
  aCard('disk', {}, { tab: 'platform' }),
  marked,
  { ...marked, mode: 'hidden' as const },
  aCard('cold', { stale: aStale(2) }),
];

describe('the tabs of a page of cards', () => {
  it('are those with cards in them, in their order, with how many are outdated', () => {
    expect(tabsOf(CARDS).map(({ tab, cards, outdated }) => [tab, cards.length, outdated])).toEqual([
      ['operations', 3, 1],
      ['platform', 1, 0],
    ]);
  });

  it('open as the address says, else the first', () => {
    const tabs = tabsOf(CARDS);
    expect(openTab(tabs, 'platform')?.tab).toBe('platform');
    for (const named of ['audit', 'nonsense', null]) expect(openTab(tabs, named)?.tab).toBe('operations');
    expect(openTab([], 'operations')).toBeUndefined();
  });
});
