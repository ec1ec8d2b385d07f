import { json, writeRoute } from '@/lib/server/http/route';
import { cancelFlash } from '@/lib/server/services/flash/end';

/** `POST /api/flash/:id/cancel`: stops a scheduled message before it goes out. */
export const POST = writeRoute({ permission: 'flash.send', rate: 'write' }, async ({ ctx, param }) =>
  json(await cancelFlash(ctx, param('id'))),
);
