import 'server-only';
import { bustSchema, type CardScope } from '@/lib/protocol/cards';
import { authorise, type Context } from '@/lib/server/context';
import type { AnyCard } from '@/lib/server/cards/define';
import { cardEngine } from '@/lib/server/cards/own-engine';
import { AppError, invalid } from '@/lib/server/errors';
import { demandCard, visibleCards } from './visible';

/** What was thrown away, and the work that makes new results: to be done after the answer. */
export interface Busted {
  readonly keys: string[];
  readonly recompute: (() => Promise<void>) | null;
}

/**
 * Throws away what is kept of one card, or of all the caller may see of a scope. One takes the permission to refresh, a
 * scope the one to manage. Throws AppError forbidden, not_found, invalid, or unavailable when Redis cannot be asked.
 */
export async function bustCards(ctx: Context, input: unknown): Promise<Busted> {
  authorise(ctx, 'cards.refresh');
  const parsed = bustSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const scope = 'scope' in parsed.data ? parsed.data.scope : null;
  const cards = 'scope' in parsed.data ? cardsOf(ctx, parsed.data.scope) : [demandCard(ctx, parsed.data.card)];
  const engine = cardEngine();
  await engine.bust(cards, scope, `${ctx.actor.name} asked for a new result`).catch((error: unknown) => {
    throw new AppError('unavailable', 'Cards cannot be refreshed while Redis does not answer. Try again in a moment.', { retryAfterSeconds: 5 }, { cause: error });
  });
  const recompute = async () => {
    if (scope === null) await Promise.all(cards.map((card) => engine.read(card)));
    else await engine.recompute(cards);
  };
  return { keys: cards.map(({ key }) => key), recompute: parsed.data.recompute ? recompute : null };
}

function cardsOf(ctx: Context, scope: CardScope): AnyCard[] {
  authorise(ctx, 'cards.manage');
  return visibleCards(ctx.actor.role).filter((card) => scope === 'all' || card.tab === scope);
}
