import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { createMonitor } from '@/lib/server/services/monitors/change';
import { listMonitors } from '@/lib/server/services/monitors/list';

/** `GET /api/monitors`: every monitor, for those who manage them. */
export const GET = readRoute({ permission: 'monitors.manage', rate: 'read' }, async ({ ctx }) => json(await listMonitors(ctx)));

/** `POST /api/monitors`: adds one → 201 `{monitor}`. */
export const POST = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, body }) => json({ monitor: await createMonitor(ctx, body) }, 201));
