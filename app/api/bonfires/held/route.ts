import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { decideHeld } from '@/lib/server/services/bonfires/decide-held';
import { listHeldBonfires } from '@/lib/server/services/bonfires/list-held';

/** `GET /api/bonfires/held`: the notices that wait for a look, the oldest first. */
export const GET = readRoute({ permission: 'bonfires.write', rate: 'read' }, async ({ ctx }) => json(await listHeldBonfires(ctx)));

/** `POST /api/bonfires/held`: takes some of them in, or refuses them. */
export const POST = writeRoute({ permission: 'bonfires.write', rate: 'write' }, async ({ ctx, body }) => json(await decideHeld(ctx, body)));
