import { json, writeRoute } from '@/lib/server/http/route';
import { transitionIncident } from '@/lib/server/services/incidents/transition';

/** `POST /api/incidents/:id/transitions {action, version, …}`: 422 with the allowed actions, 409 with `current`. */
export const POST = writeRoute({ permission: 'incidents.write', rate: 'write' }, async ({ ctx, param, body }) =>
  json(await transitionIncident(ctx, param('id'), body)),
);
