import { json, writeRoute } from '@/lib/server/http/route';
import { clearUnit } from '@/lib/server/services/units/clear';

/** `POST /api/units/:id/clear`: takes the unit off its incident. */
export const POST = writeRoute({ permission: 'units.write', rate: 'write' }, async ({ ctx, param }) => json(await clearUnit(ctx, param('id'))));
