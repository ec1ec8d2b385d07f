import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { createIncident } from '@/lib/server/services/incidents/create';
import { listIncidents } from '@/lib/server/services/incidents/list';

/** `GET /api/incidents?view=&priority=&type=&q=&sort=&before=&limit=`: one page of incidents. */
export const GET = readRoute({ permission: 'incidents.read', rate: 'read' }, async ({ ctx, query }) => json(await listIncidents(ctx, Object.fromEntries(query))));

/** `POST /api/incidents`: 201, or 200 when this `clientMsgId` made one before. */
export const POST = writeRoute({ permission: 'incidents.write', rate: 'write' }, async ({ ctx, body }) => {
  const { incident, delivery, created } = await createIncident(ctx, body);
  return json({ incident, delivery }, created ? 201 : 200);
});
