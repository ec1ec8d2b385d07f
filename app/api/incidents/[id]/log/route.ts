import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { listEntries } from '@/lib/server/services/rooms/list';
import { writeEntry } from '@/lib/server/services/rooms/write';

/** `GET /api/incidents/:id/log?after=|before=|last&limit=`: entries by their number, oldest first. */
export const GET = readRoute({ permission: 'rooms.read', rate: 'read' }, async ({ ctx, param, query }) =>
  json(await listEntries(ctx, param('id'), Object.fromEntries(query))),
);

/** `POST /api/incidents/:id/log`: 201, or 200 when this `clientMsgId` was taken before. */
export const POST = writeRoute({ permission: 'rooms.write', rate: 'entry' }, async ({ ctx, param, body }) => {
  const { entry, delivery, created } = await writeEntry(ctx, param('id'), body);
  return json({ entry, delivery }, created ? 201 : 200);
});
