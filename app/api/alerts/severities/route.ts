import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { listSeverities, putSeverities } from '@/lib/server/services/alerts/severities';

/** `GET /api/alerts/severities`: which words of a sender mean which priority. */
export const GET = readRoute({ permission: 'monitors.manage', rate: 'read' }, async ({ ctx }) => json(await listSeverities(ctx)));

/** `PUT /api/alerts/severities {P1, P2, P3, P4, otherwise}`: edits it. */
export const PUT = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, body }) => json(await putSeverities(ctx, body)));
