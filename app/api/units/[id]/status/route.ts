import { json, writeRoute } from '@/lib/server/http/route';
import { setUnitStatus } from '@/lib/server/services/units/set-status';

/** `POST /api/units/:id/status {code, note?, minutes?}`: gives the unit a status; the same again stamps its time anew. */
export const POST = writeRoute({ permission: 'units.write', rate: 'write' }, async ({ ctx, param, body }) => json(await setUnitStatus(ctx, param('id'), body)));
