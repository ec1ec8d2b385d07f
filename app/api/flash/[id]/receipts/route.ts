import { json, readRoute } from '@/lib/server/http/route';
import { listReceipts } from '@/lib/server/services/flash/receipts';

/** `GET /api/flash/:id/receipts`: who got, saw and acknowledged it. */
export const GET = readRoute({ permission: 'flash.send', rate: 'read' }, async ({ ctx, param }) =>
  json(await listReceipts(ctx, param('id'))),
);
