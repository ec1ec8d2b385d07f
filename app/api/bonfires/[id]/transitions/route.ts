import { json, writeRoute } from '@/lib/server/http/route';
import { transitionBonfire } from '@/lib/server/services/bonfires/transition';

/** `POST /api/bonfires/:id/transitions`: moves a notice on. */
export const POST = writeRoute({ permission: 'bonfires.write', rate: 'write' }, async ({ ctx, body, param }) =>
  json(await transitionBonfire(ctx, param('id'), body)),
);
