import 'server-only';
import { z } from 'zod';
import { ID } from '@/lib/protocol/id';
import { authorise, type Context } from '@/lib/server/context';
import { invalid } from '@/lib/server/errors';
import { appendToLog } from './append';

const inputSchema = z.strictObject({ broadcastId: z.string().regex(ID, 'This is not an id.'), latencyMs: z.number().min(0).max(3_600_000) });

/** Tells test pages that the caller heard a test broadcast. Throws AppError forbidden, invalid, unavailable. */
export async function sendTestReceipt(ctx: Context, input: unknown): Promise<{ id: string }> {
  authorise(ctx, 'test.send');
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const id = crypto.randomUUID();
  const data = { ...parsed.data, userName: ctx.actor.name };
  await appendToLog({ id, type: 'test.receipt', data, timestamp: new Date().toISOString() }, [{ permission: 'test.send' }]);
  return { id };
}
