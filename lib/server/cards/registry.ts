import 'server-only';
import { AUDIT_CARDS } from './audit/cards';
import type { AnyCard } from './define';
import { OPERATIONS_CARDS } from './operations/cards';
import { PLATFORM_CARDS } from './platform/cards';

/** Every card there is, in the order in which they stand and are computed. */
export const CARDS: readonly AnyCard[] = [...OPERATIONS_CARDS, ...PLATFORM_CARDS, ...AUDIT_CARDS];

/** A card by its key. */
export function findCard(key: string): AnyCard | undefined {
  return CARDS.find((card) => card.key === key);
}
