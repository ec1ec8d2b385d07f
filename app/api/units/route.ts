import { json, readRoute } from '@/lib/server/http/route';
import { listUnits } from '@/lib/server/services/units/list';

/** `GET /api/units`: every unit, the status codes and the policy. */
export const GET = readRoute({ permission: 'units.read', rate: 'read' }, async ({ ctx }) => json(await listUnits(ctx)));
