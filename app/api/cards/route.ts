import { json, readRoute } from '@/lib/server/http/route';
import { readCardList } from '@/lib/server/services/cards/list';

/** `GET /api/cards`: every card the caller may see, as it stands; asks for no computation. */
export const GET = readRoute({ permission: 'cards.read', rate: 'read' }, async ({ ctx }) => json(await readCardList(ctx.actor)));
