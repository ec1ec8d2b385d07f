import { json, writeRoute } from '@/lib/server/http/route';
import { sendTestBroadcast } from '@/lib/server/services/test-broadcast/send';

/** `POST /api/sse/test {label?}` → 202 `{id, sentAt}`: an event to everybody, to measure with. */
export const POST = writeRoute({ permission: 'test.send', rate: 'testBroadcast' }, async ({ ctx, body }) =>
  json(await sendTestBroadcast(ctx, body), 202),
);
