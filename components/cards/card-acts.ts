import type { QueryClient } from '@tanstack/react-query';
import { cachedCard, putCardMode, putCardState } from '@/components/providers/card-cache';
import type { CardMode, CardTab } from '@/lib/protocol/cards';
import { bustCards, fetchCard, setCardMode } from '@/lib/queries/cards';
import { noteAsk } from '@/stores/card-asks';
import { createCardLoader, type CardLoader } from './loader/card-loader';
import { throughGate } from './loader/card-requests';

/** What can be done with cards. Nothing throws: what fails is told on the card. */
export interface CardActs extends CardLoader {
  /** Has it computed anew for everybody. */
  refresh(key: string): Promise<void>;
  /** The same for all of a tab. Throws RequestError. */
  refreshTab(tab: CardTab): Promise<void>;
  /** Keeps it as the user wants, at once; taken back when the server refuses. */
  setMode(key: string, mode: CardMode): Promise<void>;
  /** Forgets what failed. */
  dismiss(key: string): void;
}

/** Makes the acts of one page. */
export function createCardActs(queryClient: QueryClient): CardActs {
  const loader = createCardLoader({
    gate: throughGate,
    fetch: fetchCard,
    isCold(key) {
      const state = cachedCard(queryClient, key)?.state;
      return state !== undefined && state.result === null && state.error === null;
    },
    onAnswer: ({ card }) => putCardState(queryClient, card.state),
    onAsk: noteAsk,
  });
  /** Choices about one card go out one after the other, so that the last one stands. */
  const choosing = new Map<string, Promise<void>>();

  async function keepMode(key: string, mode: CardMode, before: CardMode): Promise<void> {
    try {
      await throughGate(() => setCardMode(key, mode));
    } catch (error) {
      if (cachedCard(queryClient, key)?.mode === mode) putCardMode(queryClient, key, before);
      noteAsk(key, { phase: 'failed', what: 'mode', message: `Your choice was not kept. ${messageOf(error)}` });
    }
  }

  return {
    ...loader,
    async refresh(key) {
      noteAsk(key, { phase: 'asking' });
      try {
        await throughGate(() => bustCards({ card: key }));
        noteAsk(key, null);
      } catch (error) {
        noteAsk(key, { phase: 'failed', what: 'refresh', message: messageOf(error) });
      }
    },
    async refreshTab(tab) {
      await throughGate(() => bustCards({ scope: tab }));
    },
    async setMode(key, mode) {
      const before = cachedCard(queryClient, key)?.mode ?? 'manual';
      putCardMode(queryClient, key, mode);
      const turn = (choosing.get(key) ?? Promise.resolve()).then(() => keepMode(key, mode, before));
      choosing.set(key, turn);
      await turn;
    },
    dismiss: (key) => noteAsk(key, null),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The reason is not known.';
}
