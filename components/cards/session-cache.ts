import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { cardSchema } from '@/lib/protocol/cards';
import { instant } from '@/lib/protocol/instant';

const KEY = 'watchroom.cards';

/** The cards of a tab as they stood last. */
export const sessionCardsSchema = z.object({
  version: z.literal(1),
  userId: z.string(),
  /** When the page was still kept current, by the server's clock. */
  savedAt: instant,
  /** Add to the browser's clock to get the server's. */
  clockOffsetMs: z.number(),
  /** Which server they came from; null when it never said. */
  instanceId: z.string().nullable(),
  cards: z.array(cardSchema),
});
export type SessionCards = z.infer<typeof sessionCardsSchema>;

/** What is used of a browser's storage. */
export type CardStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the cards for a reload without a server. Storage that is full or forbidden keeps nothing. */
export function saveSessionCards(cards: SessionCards, storage: CardStorage | null = tabStorage()): void {
  try {
    storage?.setItem(KEY, JSON.stringify(cards));
  } catch {}
}

/** The cards that this tab kept for a user, or for whoever was signed in (null). Null when there are none that can be read. */
export function readSessionCards(userId: string | null, storage: CardStorage | null = tabStorage()): SessionCards | null {
  try {
    const { data } = sessionCardsSchema.safeParse(parseJson(storage?.getItem(KEY) ?? 'null'));
    return data && (userId === null || data.userId === userId) ? data : null;
  } catch {
    return null;
  }
}

/** Forgets them: nobody is signed in any more. */
export function clearSessionCards(storage: CardStorage | null = tabStorage()): void {
  try {
    storage?.removeItem(KEY);
  } catch {}
}

function tabStorage(): CardStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
