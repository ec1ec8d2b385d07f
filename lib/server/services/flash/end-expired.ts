import 'server-only';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit, SYSTEM } from '@/lib/server/audit/record';
import { db } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { flashAudience } from './audience';
import { flashToWire } from './to-wire';
import { holdFlash, moveFlash } from './transition';

/** Ends every live flash that has run out. Several instances may call this at once: each ends once. */
export async function endExpiredFlashes(): Promise<void> {
  const due = await db().flash.findMany({ where: { status: 'live', expiresAt: { lte: new Date() } }, select: { id: true } });
  for (const { id } of due) {
    await db().$transaction(async (tx) => {
      const held = await holdFlash(tx, id);
      if (held.status !== 'live') return;
      const now = new Date();
      const row = await moveFlash(tx, held, 'expired', now, null);
      await emit(tx, 'flash.updated', { flash: flashToWire(row) }, flashAudience(roleSchema.array().parse(row.audience)), now);
      await recordAudit(tx, SYSTEM, {
        category: 'flash',
        action: 'flash.expire',
        targetType: 'flash',
        targetId: id,
        summary: `The message has run out: ${row.title}`,
      });
    });
  }
}
