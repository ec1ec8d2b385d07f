import { json, writeRoute } from '@/lib/server/http/route';
import { putStatusPage } from '@/lib/server/services/monitors/status-page';

/** `PUT /api/monitors/status-page {on}`: switches the public status summary. */
export const PUT = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, body }) => json(await putStatusPage(ctx, body)));
