import 'server-only';
import { z } from 'zod';
import type { WireEvent } from '@/lib/protocol/events';
import { lineOfText } from '@/lib/protocol/text';
import { authorise, type Context } from '@/lib/server/context';
import { invalid } from '@/lib/server/errors';
import { appendToLog } from './append';

const inputSchema = z.strictObject({ label: lineOfText(80).default('test') });

/**
 * Sends a test event to everybody. It is no state of record, so it goes straight to the log.
 * @throws AppError forbidden, invalid, unavailable (the log is down)
 */
export async function sendTestBroadcast(ctx: Context, input: unknown): Promise<{ id: string; sentAt: string }> {
  authorise(ctx, 'test.send');
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const id = crypto.randomUUID();
  const sentAt = new Date().toISOString();
  const event: WireEvent = {
    id,
    type: 'test.broadcast',
    data: { id, label: parsed.data.label, sentAt, sentBy: ctx.actor.name },
    timestamp: sentAt,
  };
  await appendToLog(event, [{ permission: 'board.read' }]);
  return { id, sentAt };
}
