import { json, writeRoute } from '@/lib/server/http/route';
import { patchCode } from '@/lib/server/services/units/codes';

/** `PATCH /api/units/codes/:code {version, …}`: edits a status code; 409 with `current` when the version is not the newest. */
export const PATCH = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, param, body }) => json(await patchCode(ctx, param('code'), body)));
