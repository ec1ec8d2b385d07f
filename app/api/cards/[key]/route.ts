import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { setCardMode } from '@/lib/server/services/cards/preferences';
import { readCard } from '@/lib/server/services/cards/read';

/** `GET /api/cards/:key`: one card, computed first when there is nothing current. */
export const GET = readRoute({ permission: 'cards.read', rate: 'read' }, async ({ ctx, param }) => json(await readCard(ctx, param('key'))));

/** `PATCH /api/cards/:key` `{mode}`: how the caller wants it kept. */
export const PATCH = writeRoute({ permission: 'cards.read', rate: 'write' }, async ({ ctx, body, param }) => json(await setCardMode(ctx, param('key'), body)));
