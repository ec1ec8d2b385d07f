import { json } from '@/lib/server/http/route';
import { tokenRoute } from '@/lib/server/http/token-route';
import { readStart } from '@/lib/server/http/read-start';
import { isPushToken, takeHeartbeat } from '@/lib/server/services/monitors/push';

const MAX_BYTES = 131_072;

/**
 * `GET|HEAD|POST /api/push/:token[/fail|/start|/log|/<exit code>]?status=up|warn|down&msg=&ping=`, the same words as JSON,
 * form or text: a heartbeat of a push monitor; the token is all it takes.
 */
const handler = tokenRoute({ what: 'This heartbeat address', isKnown: isPushToken }, async (token, request, [signal = null, ...more]) => {
  const contentType = request.headers.get('content-type')?.toLowerCase() ?? '';
  const query = new URL(request.url).searchParams;
  await takeHeartbeat(token, { signal: more.length > 0 ? '' : signal, query, body: await readStart(request, MAX_BYTES), contentType });
  return json({ ok: true });
});

export { handler as GET, handler as HEAD, handler as POST, handler as PUT };
