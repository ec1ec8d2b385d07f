import { json, writeRoute } from '@/lib/server/http/route';
import { muteUnit } from '@/lib/server/services/units/watch-limits';

/** `POST /api/units/:id/mute {minutes}`: silences the limits for 15, 30 or 60 minutes; 0 ends that. */
export const POST = writeRoute({ permission: 'units.write', rate: 'write' }, async ({ ctx, param, body }) => json(await muteUnit(ctx, param('id'), body)));
