import { json } from '@/lib/server/http/route';
import { tokenRoute } from '@/lib/server/http/token-route';
import { takeHeartbeat } from '@/lib/server/services/monitors/push';

/** `GET|POST /api/push/:token?status=up|warn|down&msg=&ping=`: a heartbeat of a push monitor; the token is all it takes. */
const handler = tokenRoute(async (token, query) => {
  await takeHeartbeat(token, query);
  return json({ ok: true });
});

export { handler as GET, handler as POST };
