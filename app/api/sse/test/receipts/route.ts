import { json, writeRoute } from '@/lib/server/http/route';
import { sendTestReceipt } from '@/lib/server/services/test-broadcast/receipt';

/** `POST /api/sse/test/receipts {broadcastId, latencyMs}` → 202: tells test pages that a broadcast was heard elsewhere. */
export const POST = writeRoute({ permission: 'test.send', rate: 'write' }, async ({ ctx, body }) => json(await sendTestReceipt(ctx, body), 202));
