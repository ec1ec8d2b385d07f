import { json, writeRoute } from '@/lib/server/http/route';
import { markFlash } from '@/lib/server/services/flash/mark';

/** `POST /api/flash/:id/delivered`: one's own receipt. Repeating it changes nothing. */
export const POST = writeRoute({ permission: 'flash.read', rate: 'receipt' }, async ({ ctx, param }) =>
  json({ receipt: await markFlash(ctx, param('id'), 'delivered') }),
);
