import { json, readRoute } from '@/lib/server/http/route';
import { readSnapshot } from '@/lib/server/services/board/snapshot';

/** `GET /api/snapshot`: everything the board needs, with the cursor to listen from. */
export const GET = readRoute({ permission: 'board.read', rate: 'read' }, async ({ ctx }) => json(await readSnapshot(ctx)));
