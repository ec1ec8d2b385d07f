import 'server-only';
import { ackFlashSchema, type Receipt } from '@/lib/protocol/flash';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { receiptAudience } from './audience';
import { countReceipts, NO_RECEIPTS } from './counts';
import { receiptToWire, type FlashRow, type ReceiptRow } from './to-wire';
import { holdFlash } from './transition';

/** How far a message came with one person. Each step includes those before it. */
export type ReceiptStep = 'delivered' | 'displayed' | 'acked';

const withName = { user: { select: { name: true } } } as const;

/**
 * Records one's own receipt. Repeating a step changes nothing: the first time counts.
 * @param input the body of an acknowledgement, `{note?}`; ignored for the other steps
 * @throws AppError forbidden, invalid, not_found, not_allowed_now (not addressed to the caller)
 */
export async function markFlash(ctx: Context, flashId: string, step: ReceiptStep, input: unknown = {}): Promise<Receipt> {
  authorise(ctx, step === 'acked' ? 'flash.ack' : 'flash.read');
  const parsed = ackFlashSchema.safeParse(step === 'acked' ? input : {});
  if (!parsed.success) throw invalid(parsed.error);
  const { receipt, changed } = await db().$transaction((tx) => record(tx, ctx, flashId, step, parsed.data.note ?? null));
  if (changed) await relayAfterCommit();
  return receipt;
}

async function record(tx: Tx, ctx: Context, flashId: string, step: ReceiptStep, note: string | null) {
  // Holding the flash puts its receipts in one order, so that the counts in the events only ever grow.
  const flash = await holdFlash(tx, flashId);
  if (!flash.sentAt) throw notFound('This message');
  const known = await ownReceipt(tx, ctx, flash);
  const now = new Date();
  const next = {
    deliveredAt: known.deliveredAt ?? now,
    displayedAt: known.displayedAt ?? (step === 'delivered' ? null : now),
    ackedAt: known.ackedAt ?? (step === 'acked' ? now : null),
    note: known.note ?? note,
  };
  const changed = next.deliveredAt !== known.deliveredAt || next.displayedAt !== known.displayedAt || next.ackedAt !== known.ackedAt;
  if (!changed) return { receipt: receiptToWire(known, flash.sentAt), changed };
  const where = { flashId_userId: { flashId, userId: ctx.actor.id } };
  const row = await tx.flashReceipt.update({ where, data: next, include: withName });
  const receipt = receiptToWire(row, flash.sentAt);
  const counts = (await countReceipts(tx, [flashId])).get(flashId) ?? NO_RECEIPTS;
  await emit(tx, 'flash.receipt', { receipt, counts }, receiptAudience(ctx.actor.id), now);
  if (next.ackedAt !== known.ackedAt) {
    await recordAudit(tx, ctx, {
      category: 'flash',
      action: 'flash.ack',
      targetType: 'flash',
      targetId: flashId,
      summary: `Acknowledged the message: ${flash.title}`,
      after: { note: next.note },
    });
  }
  return { receipt, changed };
}

/** The caller's receipt; opened late for somebody who joined the audience after the message was sent. */
async function ownReceipt(tx: Tx, ctx: Context, flash: FlashRow): Promise<ReceiptRow> {
  const { id: userId, role } = ctx.actor;
  const known = await tx.flashReceipt.findUnique({ where: { flashId_userId: { flashId: flash.id, userId } }, include: withName });
  if (known) return known;
  if (flash.createdById === userId || !roleSchema.array().parse(flash.audience).includes(role)) {
    throw new AppError('not_allowed_now', 'This message was not addressed to you, so there is nothing to acknowledge.');
  }
  return tx.flashReceipt.create({ data: { flashId: flash.id, userId, role }, include: withName });
}
