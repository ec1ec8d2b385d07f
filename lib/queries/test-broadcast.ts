import { z } from 'zod';
import { testBroadcastAnswerSchema } from '@/lib/protocol/answers';
import { request } from './http';

/** Sends a test broadcast to everybody. Throws RequestError. */
export function fireTest(label: string) {
  return request('/api/sse/test', testBroadcastAnswerSchema, { method: 'POST', body: { label } });
}

/** Tells whoever fired a broadcast that it was heard here, and how long it took. Throws RequestError. */
export function reportTestReceipt(broadcastId: string, latencyMs: number) {
  return request('/api/sse/test/receipts', z.object({ id: z.string() }), { method: 'POST', body: { broadcastId, latencyMs } });
}
