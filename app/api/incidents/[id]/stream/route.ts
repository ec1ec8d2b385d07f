import { openStream } from '@/lib/realtime/stream-route';
import { roomTopic } from '@/lib/protocol/topics';
import { readRoute } from '@/lib/server/http/route';
import { roomIsOver } from '@/lib/server/services/rooms/is-over';

/**
 * `GET /api/incidents/:id/stream?since=`: the live stream of one room. It ends for good with `complete`; a room that
 * is over answers 204, which tells an EventSource not to come back. Read the log first and listen from its cursor.
 */
export const GET = readRoute({ permission: 'rooms.read', rate: 'read' }, async ({ ctx, param, request }) => {
  const incidentId = param('id');
  if (await roomIsOver(ctx, incidentId)) return new Response(null, { status: 204 });
  return openStream(request, { name: 'rooms', topic: roomTopic(incidentId), endsWith: 'complete' });
});
