import { json, readRoute } from '@/lib/server/http/route';
import { readEvents } from '@/lib/server/services/events/read';

/** `GET /api/events?since=&topics=`: what followed a cursor. For clients that cannot hold a stream. A cursor that cannot be read is answered by a reset. */
export const GET = readRoute({ permission: 'board.read', rate: 'read', anyQuery: true }, async ({ ctx, query }) =>
  json(await readEvents(ctx, { since: query.get('since'), topics: query.get('topics') })),
);
