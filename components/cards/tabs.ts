import { CARD_TABS, type Card, type CardTab } from '@/lib/protocol/cards';

export const TAB_WORDS: Readonly<Record<CardTab, string>> = { operations: 'Operations', platform: 'Platform', audit: 'Audit' };

/** A tab that this user has cards in. */
export interface TabOfCards {
  readonly tab: CardTab;
  readonly cards: readonly Card[];
  /** How many of those not hidden stand on something that has changed. */
  readonly outdated: number;
}

/** The tabs with something in them, in order. */
export function tabsOf(cards: readonly Card[]): TabOfCards[] {
  return CARD_TABS.map((tab) => {
    const own = cards.filter(({ info }) => info.tab === tab);
    return { tab, cards: own, outdated: own.filter(({ state, mode }) => mode !== 'hidden' && state.result && state.stale).length };
  }).filter(({ cards: own }) => own.length > 0);
}

/** The tab that an address names; the first one for anything else. */
export function openTab(tabs: readonly TabOfCards[], named: string | null): TabOfCards | undefined {
  return tabs.find(({ tab }) => tab === named) ?? tabs[0];
}
