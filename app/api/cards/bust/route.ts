import { after } from 'next/server';
import { json, writeRoute } from '@/lib/server/http/route';
import { bustCards } from '@/lib/server/services/cards/bust';

/** `POST /api/cards/bust` `{card}` or `{scope}`: throws results away and has new ones made → 202 `{busted}`; results come as events. */
export const POST = writeRoute({ permission: 'cards.refresh', rate: 'write' }, async ({ ctx, body }) => {
  const { keys, recompute } = await bustCards(ctx, body);
  if (recompute) after(recompute);
  return json({ busted: keys }, 202);
});
