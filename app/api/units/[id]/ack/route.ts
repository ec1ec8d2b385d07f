import { json, writeRoute } from '@/lib/server/http/route';
import { ackUnit } from '@/lib/server/services/units/watch-limits';

/** `POST /api/units/:id/ack {note?}`: takes note, for everybody, of a status that lasts long. */
export const POST = writeRoute({ permission: 'units.write', rate: 'write' }, async ({ ctx, param, body }) => json(await ackUnit(ctx, param('id'), body)));
