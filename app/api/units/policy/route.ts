import { json, writeRoute } from '@/lib/server/http/route';
import { putPolicy } from '@/lib/server/services/units/put-policy';

/** `PUT /api/units/policy {policy}`: off, warn or enforce. */
export const PUT = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, body }) => json(await putPolicy(ctx, body)));
