import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { createUnit } from '@/lib/server/services/units/create';
import { listUnits } from '@/lib/server/services/units/list';

/** `GET /api/units`: every unit, the status codes and the policy. */
export const GET = readRoute({ permission: 'units.read', rate: 'read' }, async ({ ctx }) => json(await listUnits(ctx)));

/** `POST /api/units {callSign, name, kind, station, position?}`: enters a unit; one that was retired under this call sign is back. */
export const POST = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, body }) => json(await createUnit(ctx, body), 201));
