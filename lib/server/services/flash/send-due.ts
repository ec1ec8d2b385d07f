import 'server-only';
import { recordAudit, SYSTEM } from '@/lib/server/audit/record';
import { db } from '@/lib/server/db/client';
import { goLive } from './go-live';
import { supersede } from './send';
import { holdFlash, moveFlash } from './transition';

/** Sends every scheduled flash whose time has come. Several instances may call this at once: each flash goes out once. */
export async function sendDueFlashes(): Promise<void> {
  const due = await db().flash.findMany({
    where: { status: 'scheduled', startsAt: { lte: new Date() } },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  for (const { id } of due) {
    await db().$transaction(async (tx) => {
      const held = await holdFlash(tx, id);
      if (held.status !== 'scheduled') return;
      const now = new Date();
      const row = await moveFlash(tx, held, 'live', now, null);
      const replaced = row.supersedesId ? await tx.flash.findUnique({ where: { id: row.supersedesId }, select: { status: true } }) : null;
      if (row.supersedesId && replaced?.status === 'live') await supersede(tx, row.supersedesId, row.createdById, now);
      await goLive(tx, row);
      await recordAudit(tx, SYSTEM, {
        category: 'flash',
        action: 'flash.send',
        targetType: 'flash',
        targetId: id,
        summary: `Sent the scheduled message: ${row.title}`,
      });
    });
  }
}
