import { json, readRoute } from '@/lib/server/http/route';
import { readOutages } from '@/lib/server/services/infrastructure/outages';

/** `GET /api/infrastructure/:id/outages`: the last times in which a service did not work well, the newest first. */
export const GET = readRoute({ permission: 'infra.read', rate: 'read' }, async ({ param }) => json(await readOutages(param('id'))));
