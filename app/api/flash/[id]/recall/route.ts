import { json, writeRoute } from '@/lib/server/http/route';
import { recallFlash } from '@/lib/server/services/flash/end';

/** `POST /api/flash/:id/recall`: takes a live message off every screen. */
export const POST = writeRoute({ permission: 'flash.send', rate: 'write' }, async ({ ctx, param }) =>
  json(await recallFlash(ctx, param('id'))),
);
