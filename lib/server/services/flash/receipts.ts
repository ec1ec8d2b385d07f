import 'server-only';
import type { ReceiptList } from '@/lib/protocol/answers';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { countReceipts, NO_RECEIPTS } from './counts';
import { flashInclude, flashToWire, receiptToWire } from './to-wire';

/** Who got, saw and acknowledged a flash, by name. Throws AppError forbidden, not_found. */
export async function listReceipts(ctx: Context, flashId: string): Promise<ReceiptList> {
  authorise(ctx, 'flash.send');
  const cursor = await currentCursor();
  const flash = await db().flash.findUnique({ where: { id: flashId }, include: flashInclude });
  if (!flash) throw notFound('This message');
  const [rows, counts] = await Promise.all([
    db().flashReceipt.findMany({ where: { flashId }, include: { user: { select: { name: true } } }, orderBy: { user: { name: 'asc' } } }),
    countReceipts(db(), [flashId]),
  ]);
  return {
    flash: flashToWire(flash),
    items: rows.map((row) => receiptToWire(row, flash.sentAt)),
    counts: counts.get(flashId) ?? NO_RECEIPTS,
    cursor,
  };
}
