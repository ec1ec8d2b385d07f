import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { createMaintenance, listMaintenance } from '@/lib/server/services/maintenance/windows';

/** `GET /api/maintenance`: what is on or to come. */
export const GET = readRoute({ permission: 'infra.read', rate: 'read' }, async ({ ctx }) => json(await listMaintenance(ctx)));

/** `POST /api/maintenance {title, monitorIds?, startsAt, endsAt}` → 201 `{maintenance}`. */
export const POST = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, body }) => json({ maintenance: await createMaintenance(ctx, body) }, 201));
