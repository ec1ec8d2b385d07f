import { json, writeRoute } from '@/lib/server/http/route';
import { assignUnit } from '@/lib/server/services/units/assign';

/** `POST /api/units/:id/assign {incidentId}`: sends the unit to an incident. */
export const POST = writeRoute({ permission: 'units.write', rate: 'write' }, async ({ ctx, param, body }) => json(await assignUnit(ctx, param('id'), body)));
