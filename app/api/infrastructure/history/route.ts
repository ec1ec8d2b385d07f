import { json, readRoute } from '@/lib/server/http/route';
import { readInfraHistory } from '@/lib/server/services/infrastructure/history';

/** `GET /api/infrastructure/history`: the last 24 hours of every service in slices, and its last latencies. */
export const GET = readRoute({ permission: 'infra.read', rate: 'read' }, async () => json(await readInfraHistory()));
