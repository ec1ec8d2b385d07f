import 'server-only';
import type { Delivery } from '@/lib/protocol/answers';
import { createBonfireSchema } from '@/lib/protocol/bonfire';
import { authorise, type Context } from '@/lib/server/context';
import { invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { insertBonfire, type InsertedBonfire } from './insert';

/**
 * Registers a notice taken by telephone. The same `clientMsgId` of the same person registers one.
 * @throws AppError forbidden, invalid, conflict
 */
export async function createBonfire(ctx: Context, input: unknown): Promise<InsertedBonfire & { readonly delivery: Delivery }> {
  authorise(ctx, 'bonfires.write');
  const parsed = createBonfireSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const inserted = await insertBonfire({ by: ctx, source: 'dispatcher', createdById: ctx.actor.id }, parsed.data);
  return { ...inserted, delivery: await relayAfterCommit() };
}
