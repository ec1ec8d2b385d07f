import type { QueryClient } from '@tanstack/react-query';
import { applyCardUpdate, mergeCard, type CardUpdate } from '@/lib/protocol/card-state';
import type { Card, CardList, CardMode, CardState } from '@/lib/protocol/cards';
import { cardKeys } from '@/lib/queries/cards';

/** Lets something happen to a cached card. One that this user does not see is left out. */
export function updateCard(queryClient: QueryClient, key: string, update: CardUpdate): void {
  changeCard(queryClient, key, (card) => ({ ...card, state: applyCardUpdate(card.state, update) }));
}

/** Brings what an answer says of a card into the cache; what is known to be newer stays. */
export function putCardState(queryClient: QueryClient, state: CardState): void {
  changeCard(queryClient, state.key, (card) => ({ ...card, state: mergeCard(card.state, state) }));
}

/** Notes how the user wants a card kept. */
export function putCardMode(queryClient: QueryClient, key: string, mode: CardMode): void {
  changeCard(queryClient, key, (card) => ({ ...card, mode }));
}

/** A card as it is cached; undefined when there is none. */
export function cachedCard(queryClient: QueryClient, key: string): Card | undefined {
  return queryClient.getQueryData<CardList>(cardKeys.all)?.items.find(({ info }) => info.key === key);
}

function changeCard(queryClient: QueryClient, key: string, change: (card: Card) => Card): void {
  queryClient.setQueryData<CardList>(cardKeys.all, (list) => {
    if (!list?.items.some(({ info }) => info.key === key)) return list;
    return { ...list, items: list.items.map((card) => (card.info.key === key ? change(card) : card)) };
  });
}
