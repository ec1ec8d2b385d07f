import { create } from 'zustand';

/** What this page asked the server about a card: it waits for its turn, it is under way, or it went wrong. */
export type CardAsk =
  | { readonly phase: 'waiting' | 'asking' }
  | { readonly phase: 'failed'; readonly what: 'load' | 'refresh' | 'mode'; readonly message: string };

interface CardAsks {
  /** By the card's key; nothing where nothing is asked. */
  readonly byKey: Readonly<Record<string, CardAsk>>;
}

/** Requests of this page about cards, and those that failed. */
export const useCardAsks = create<CardAsks>(() => ({ byKey: {} }));

/** Notes where a request about a card stands; null when it is over. */
export function noteAsk(key: string, ask: CardAsk | null): void {
  useCardAsks.setState(({ byKey }) => {
    const rest = Object.fromEntries(Object.entries(byKey).filter(([other]) => other !== key));
    return { byKey: ask === null ? rest : { ...rest, [key]: ask } };
  });
}

/** Forgets what failed, so that it may be tried again. */
export function forgetFailedAsks(): void {
  useCardAsks.setState(({ byKey }) => ({ byKey: Object.fromEntries(Object.entries(byKey).filter(([, ask]) => ask.phase !== 'failed')) }));
}
