import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { createBonfire } from '@/lib/server/services/bonfires/create';
import { listBonfires } from '@/lib/server/services/bonfires/list';

/** `GET /api/bonfires?view=&day=&before=&limit=`: notices, the latest start first. */
export const GET = readRoute({ permission: 'bonfires.read', rate: 'read' }, async ({ ctx, query }) =>
  json(await listBonfires(ctx, Object.fromEntries(query))),
);

/** `POST /api/bonfires`: a notice taken by telephone. 201, or 200 when this `clientMsgId` was sent before. */
export const POST = writeRoute({ permission: 'bonfires.write', rate: 'write' }, async ({ ctx, body }) => {
  const { bonfire, created, delivery } = await createBonfire(ctx, body);
  return json({ bonfire, delivery }, created ? 201 : 200);
});
