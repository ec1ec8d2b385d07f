import { json, readRoute } from '@/lib/server/http/route';
import { readBonfire } from '@/lib/server/services/bonfires/read';

/** `GET /api/bonfires/:id`: one notice. */
export const GET = readRoute({ permission: 'bonfires.read', rate: 'read' }, async ({ ctx, param }) => json(await readBonfire(ctx, param('id'))));
