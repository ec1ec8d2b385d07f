import 'server-only';
import { can, type Role } from '@/lib/protocol/permissions';
import { authorise, type Context } from '@/lib/server/context';
import type { AnyCard } from '@/lib/server/cards/define';
import { CARDS, findCard } from '@/lib/server/cards/registry';
import { notFound } from '@/lib/server/errors';

/** The cards that a role may see, in order. */
export function visibleCards(role: Role): AnyCard[] {
  return CARDS.filter((card) => can(role, card.permission));
}

/** One card by its key. Throws AppError not_found for a key that no card has, forbidden for one that is not the caller's to see. */
export function demandCard(ctx: Context, key: string): AnyCard {
  const card = findCard(key);
  if (!card) throw notFound(`The card ${key.slice(0, 64)}`);
  authorise(ctx, card.permission);
  return card;
}
