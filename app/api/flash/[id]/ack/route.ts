import { json, writeRoute } from '@/lib/server/http/route';
import { markFlash } from '@/lib/server/services/flash/mark';

/** `POST /api/flash/:id/ack {note?}`: one's own acknowledgement. The first one counts. */
export const POST = writeRoute({ permission: 'flash.ack', rate: 'receipt' }, async ({ ctx, param, body }) =>
  json({ receipt: await markFlash(ctx, param('id'), 'acked', body) }),
);
