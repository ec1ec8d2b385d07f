import { json, writeRoute } from '@/lib/server/http/route';
import { notePresence } from '@/lib/server/services/rooms/presence';

/** `POST /api/incidents/:id/presence`: the caller has the room open; to be repeated every 15 s. */
export const POST = writeRoute({ permission: 'rooms.read', rate: 'receipt' }, async ({ ctx, param }) =>
  json({ present: await notePresence(ctx, param('id'), true) }),
);

/** `DELETE /api/incidents/:id/presence`: the caller has left. */
export const DELETE = writeRoute({ permission: 'rooms.read', rate: 'receipt' }, async ({ ctx, param }) =>
  json({ present: await notePresence(ctx, param('id'), false) }),
);
