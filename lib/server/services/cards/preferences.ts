import 'server-only';
import { cardModeSchema, cardPreferenceSchema, type CardMode } from '@/lib/protocol/cards';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { demandCard } from './visible';

const DEFAULT_MODE: CardMode = 'manual';

/** How a user wants cards kept: gives the mode of each key. */
export async function readModes(userId: string): Promise<(key: string) => CardMode> {
  const rows = await db().cardPreference.findMany({ where: { userId } });
  const modes = new Map(rows.map(({ cardKey, mode }) => [cardKey, cardModeSchema.safeParse(mode).data]));
  return (key) => modes.get(key) ?? DEFAULT_MODE;
}

/** Sets how the caller wants one card kept. Throws AppError forbidden, not_found or invalid. */
export async function setCardMode(ctx: Context, key: string, input: unknown): Promise<{ mode: CardMode }> {
  authorise(ctx, 'cards.read');
  const card = demandCard(ctx, key);
  const parsed = cardPreferenceSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { mode } = parsed.data;
  const id = { userId: ctx.actor.id, cardKey: card.key };
  await db().cardPreference.upsert({ where: { userId_cardKey: id }, create: { ...id, mode }, update: { mode } });
  return { mode };
}
