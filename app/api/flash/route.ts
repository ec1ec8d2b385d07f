import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { listFlash } from '@/lib/server/services/flash/list';
import { sendFlash } from '@/lib/server/services/flash/send';

/** `GET /api/flash?before=`: messages with their counts, newest first. */
export const GET = readRoute({ permission: 'flash.read', rate: 'read' }, async ({ ctx, query }) =>
  json(await listFlash(ctx, Object.fromEntries(query))),
);

/** `POST /api/flash`: sends or schedules. 201, or 200 when this `clientMsgId` was sent before. */
export const POST = writeRoute({ permission: 'flash.send', rate: 'write' }, async ({ ctx, body }) => {
  const { flash, created, delivery } = await sendFlash(ctx, body);
  return json({ flash, delivery }, created ? 201 : 200);
});
