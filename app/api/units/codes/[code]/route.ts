import { json, writeRoute } from '@/lib/server/http/route';
import { patchCode, removeCode } from '@/lib/server/services/units/codes';

/** `PATCH /api/units/codes/:code {version, …}`: edits a status code; 409 with `current` when the version is not the newest. */
export const PATCH = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, word, body }) => json(await patchCode(ctx, word('code'), body)));

/** `DELETE /api/units/codes/:code?version=`: takes a code off the list; units that stand under it keep it until their next status. */
export const DELETE = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, word, query }) => json(await removeCode(ctx, word('code'), query.get('version'))));
