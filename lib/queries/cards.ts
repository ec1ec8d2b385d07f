import { queryOptions } from '@tanstack/react-query';
import { bustAnswerSchema, cardAnswerSchema, cardListSchema, cardPreferenceSchema, type CardAnswer, type CardMode, type CardScope } from '@/lib/protocol/cards';
import { request } from './http';

/** Cache keys of cards. `all` is filled by the page and kept by events. */
export const cardKeys = { all: ['cards'] as const };

/** Computing a card may take longer than other answers. */
const COMPUTE_PATIENCE_MS = 40_000;

/** Every card the user may see, as it stands. Events keep it current, so it never runs out. */
export const cardsQuery = queryOptions({
  queryKey: cardKeys.all,
  queryFn: ({ signal }) => request('/api/cards', cardListSchema, { signal }),
  staleTime: Infinity,
});

/** One card, computed first when it has nothing current. Throws RequestError. */
export function fetchCard(key: string, signal?: AbortSignal): Promise<CardAnswer> {
  return request(`/api/cards/${key}`, cardAnswerSchema, { timeoutMs: COMPUTE_PATIENCE_MS, ...(signal ? { signal } : {}) });
}

/** Asks for new results of one card or of a scope; they come as events. Throws RequestError. */
export function bustCards(what: { readonly card: string } | { readonly scope: CardScope }): Promise<{ busted: string[] }> {
  return request('/api/cards/bust', bustAnswerSchema, { method: 'POST', body: what });
}

/** How the user wants a card kept, on every screen of his. Throws RequestError. */
export function setCardMode(key: string, mode: CardMode): Promise<{ mode: CardMode }> {
  return request(`/api/cards/${key}`, cardPreferenceSchema, { method: 'PATCH', body: { mode } });
}
