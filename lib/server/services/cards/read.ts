import 'server-only';
import type { CardAnswer } from '@/lib/protocol/cards';
import { authorise, type Context } from '@/lib/server/context';
import { cardEngine } from '@/lib/server/cards/own-engine';
import { currentCursor } from '../events/current-cursor';
import { readModes } from './preferences';
import { cardInfo } from './to-wire';
import { demandCard } from './visible';

/** One card, computed first when there is nothing current. Throws AppError forbidden or not_found. */
export async function readCard(ctx: Context, key: string): Promise<CardAnswer> {
  authorise(ctx, 'cards.read');
  const card = demandCard(ctx, key);
  const cursor = await currentCursor();
  const [{ state, how }, modeOf] = await Promise.all([cardEngine().read(card), readModes(ctx.actor.id)]);
  return { card: { info: cardInfo(card), state, mode: modeOf(card.key) }, how, cursor };
}
