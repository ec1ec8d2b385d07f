import { json, writeRoute } from '@/lib/server/http/route';
import { patchUnit, retireUnit } from '@/lib/server/services/units/manage';

/** `PATCH /api/units/:id {callSign?, name?, kind?, station?, position?}`: changes what a unit is, not what it does. */
export const PATCH = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, param, body }) => json(await patchUnit(ctx, param('id'), body)));

/** `DELETE /api/units/:id`: takes a unit off the board; its past stays. */
export const DELETE = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, param }) => json(await retireUnit(ctx, param('id'))));
