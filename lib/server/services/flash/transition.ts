import 'server-only';
import { FLASH_TRANSITIONS, flashStatusSchema, type FlashStatus } from '@/lib/protocol/flash';
import { AppError, notFound } from '@/lib/server/errors';
import type { Tx } from '@/lib/server/db/client';
import { flashInclude, flashToWire, type FlashRow } from './to-wire';

/** Reads a flash and holds it until the transaction ends, so that no two changes of it cross. Throws 404. */
export async function holdFlash(tx: Tx, flashId: string): Promise<FlashRow> {
  await tx.$queryRaw`SELECT id FROM flash WHERE id = ${flashId} FOR NO KEY UPDATE`;
  const row = await tx.flash.findUnique({ where: { id: flashId }, include: flashInclude });
  if (!row) throw notFound('This message');
  return row;
}

/** Moves a held flash on. Throws 422 with the statuses that are allowed now. */
export async function moveFlash(tx: Tx, row: FlashRow, to: FlashStatus, now: Date, endedById: string | null): Promise<FlashRow> {
  const from = flashStatusSchema.parse(row.status);
  const allowed = FLASH_TRANSITIONS[from];
  if (!allowed.includes(to)) {
    throw new AppError('not_allowed_now', `This message is ${from} and cannot become ${to}.`, {
      details: { from, allowed },
      fields: { current: flashToWire(row) },
    });
  }
  const live = to === 'live';
  return tx.flash.update({
    where: { id: row.id },
    data: {
      status: to,
      version: { increment: 1 },
      ...(live ? { sentAt: now } : { endedAt: now, endedById }),
    },
    include: flashInclude,
  });
}
