import type { CardAnswer } from '@/lib/protocol/cards';
import type { CardAsk } from '@/stores/card-asks';

/** What a loader works with. */
export interface LoaderParts {
  /** Lets only so many run at once. */
  readonly gate: <T>(work: () => Promise<T>) => Promise<T>;
  readonly fetch: (key: string) => Promise<CardAnswer>;
  /** Whether nothing is known of the card yet. */
  readonly isCold: (key: string) => boolean;
  readonly onAnswer: (answer: CardAnswer) => void;
  readonly onAsk: (key: string, ask: CardAsk | null) => void;
}

/** Fetches cards that are looked at and of which nothing is known. */
export interface CardLoader {
  /** The card came into sight. */
  show(key: string): void;
  /** It went out of sight. */
  hide(key: string): void;
  /** Asks for a card in sight, once; one that is known when its turn comes is not asked for. */
  load(key: string): void;
  /** Asks for it whatever is known of it: a person wants it. */
  retry(key: string): void;
}

/** Makes a loader with a memory of its own. */
export function createCardLoader({ gate, fetch, isCold, onAnswer, onAsk }: LoaderParts): CardLoader {
  const inSight = new Set<string>();
  const pending = new Set<string>();

  async function ask(key: string, isWanted: () => boolean): Promise<void> {
    // What is known is often drawn a moment later: until then the screen goes on asking, and must not be answered each time.
    if (pending.has(key) || !isWanted()) return;
    pending.add(key);
    onAsk(key, { phase: 'waiting' });
    try {
      await gate(async () => {
        if (!isWanted()) return;
        onAsk(key, { phase: 'asking' });
        onAnswer(await fetch(key));
      });
      onAsk(key, null);
    } catch (error) {
      onAsk(key, { phase: 'failed', what: 'load', message: error instanceof Error ? error.message : 'The reason is not known.' });
    } finally {
      pending.delete(key);
    }
  }

  return {
    show: (key) => void inSight.add(key),
    hide: (key) => void inSight.delete(key),
    load: (key) => void ask(key, () => inSight.has(key) && isCold(key)),
    retry: (key) => void ask(key, () => true),
  };
}
