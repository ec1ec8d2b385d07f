import { json, writeRoute } from '@/lib/server/http/route';
import { testMonitor } from '@/lib/server/services/monitors/test';

/** `POST /api/monitors/test`: one look with the given settings; nothing is kept. */
export const POST = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, body }) => json(await testMonitor(ctx, body)));
