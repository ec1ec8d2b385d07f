import { json, readRoute } from '@/lib/server/http/route';
import { readActivity } from '@/lib/server/services/events/activity';

/** `GET /api/activity`: what happened last on the board, newest first. */
export const GET = readRoute({ permission: 'board.read', rate: 'read' }, async ({ ctx }) => json(await readActivity(ctx)));
