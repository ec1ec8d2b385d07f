import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { patchIncident } from '@/lib/server/services/incidents/patch';
import { readIncident } from '@/lib/server/services/incidents/read';

/** `GET /api/incidents/:id`. */
export const GET = readRoute({ permission: 'incidents.read', rate: 'read' }, async ({ ctx, param }) => json(await readIncident(ctx, param('id'))));

/** `PATCH /api/incidents/:id {version, …}`: changes fields; 409 with `current` when the version is not the newest. */
export const PATCH = writeRoute({ permission: 'incidents.write', rate: 'write' }, async ({ ctx, param, body }) =>
  json(await patchIncident(ctx, param('id'), body)),
);
