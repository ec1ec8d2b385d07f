import { json, writeRoute } from '@/lib/server/http/route';
import { pinEntry } from '@/lib/server/services/rooms/pin';

/** `POST /api/incidents/:id/log/:entryId/pin {pinned}`. */
export const POST = writeRoute({ permission: 'rooms.write', rate: 'write' }, async ({ ctx, param, body }) =>
  json(await pinEntry(ctx, param('id'), param('entryId'), body)),
);
