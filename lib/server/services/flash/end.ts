import 'server-only';
import type { Delivery } from '@/lib/protocol/answers';
import type { Flash } from '@/lib/protocol/flash';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { flashAudience, SENDERS } from './audience';
import { flashToWire } from './to-wire';
import { holdFlash, moveFlash } from './transition';

/** The ended flash, and how its event left. */
export interface EndedFlash {
  readonly flash: Flash;
  readonly delivery: Delivery;
}

/** Takes a live flash off every screen. Throws AppError forbidden, not_found, not_allowed_now. */
export function recallFlash(ctx: Context, flashId: string): Promise<EndedFlash> {
  return end(ctx, flashId, 'recalled');
}

/** Cancels a flash that was scheduled and is not out yet. Throws AppError forbidden, not_found, not_allowed_now. */
export function cancelFlash(ctx: Context, flashId: string): Promise<EndedFlash> {
  return end(ctx, flashId, 'cancelled');
}

async function end(ctx: Context, flashId: string, to: 'recalled' | 'cancelled'): Promise<EndedFlash> {
  authorise(ctx, 'flash.send');
  const row = await db().$transaction(async (tx) => {
    const now = new Date();
    const held = await holdFlash(tx, flashId);
    const ended = await moveFlash(tx, held, to, now, ctx.actor.id);
    const flash = flashToWire(ended);
    if (to === 'recalled') await emit(tx, 'flash.recalled', { flash }, flashAudience(roleSchema.array().parse(ended.audience)), now);
    else await emit(tx, 'flash.updated', { flash }, SENDERS, now);
    await recordAudit(tx, ctx, {
      category: 'flash',
      action: to === 'recalled' ? 'flash.recall' : 'flash.cancel',
      targetType: 'flash',
      targetId: flashId,
      summary: `${to === 'recalled' ? 'Recalled' : 'Cancelled'} the message: ${ended.title}`,
      before: { status: held.status },
      after: { status: ended.status },
    });
    return ended;
  });
  return { flash: flashToWire(row), delivery: await relayAfterCommit() };
}
