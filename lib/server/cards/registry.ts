import 'server-only';
import type { AnyCard } from './define';

/** Every card there is, in the order in which they stand and are computed. */
export const CARDS: readonly AnyCard[] = [];

/** A card by its key. */
export function findCard(key: string): AnyCard | undefined {
  return CARDS.find((card) => card.key === key);
}
