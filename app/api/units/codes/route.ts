import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { addCode, orderCodes, putCodes } from '@/lib/server/services/units/codes';
import { listCodes } from '@/lib/server/services/units/list';

const MAX_BYTES = 64 * 1_024;

/** `GET /api/units/codes`: the status codes in their order, and the policy. */
export const GET = readRoute({ permission: 'units.read', rate: 'read' }, async ({ ctx }) => json(await listCodes(ctx)));

/** `POST /api/units/codes {code, text, state, …}`: adds a code. */
export const POST = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, body }) => json(await addCode(ctx, body), 201));

/** `PATCH /api/units/codes {version, order}`: gives the codes another order; 409 with `current` when the list is not the one that was seen. */
export const PATCH = writeRoute({ permission: 'units.manage', rate: 'write' }, async ({ ctx, body }) => json(await orderCodes(ctx, body)));

/** `PUT /api/units/codes {version, mode, codes}`: takes a whole list, or lines for the one there is: all of them or none. */
export const PUT = writeRoute({ permission: 'units.manage', rate: 'write', maxBytes: MAX_BYTES }, async ({ ctx, body }) => json(await putCodes(ctx, body)));
