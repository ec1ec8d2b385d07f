import 'server-only';
import type { FlashForMe } from '@/lib/protocol/flash';
import type { Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { flashInclude, flashToWire } from './to-wire';

const KEEP_MISSED_MS = 24 * 3_600_000;

/**
 * What belongs in the caller's flash bar: live messages addressed to them or sent by them, and those of the last
 * day that ran out although their acknowledgement was required and never came.
 */
export async function listFlashForMe({ actor }: Context): Promise<FlashForMe[]> {
  const missedSince = new Date(Date.now() - KEEP_MISSED_MS);
  const rows = await db().flash.findMany({
    where: {
      OR: [
        { status: 'live', OR: [{ audience: { has: actor.role } }, { createdById: actor.id }] },
        {
          status: 'expired',
          requiresAck: true,
          endedAt: { gte: missedSince },
          receipts: { some: { userId: actor.id, ackedAt: null } },
        },
      ],
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    include: { ...flashInclude, receipts: { where: { userId: actor.id } } },
  });
  return rows.map(({ receipts: [own], ...row }) => ({
    ...flashToWire(row),
    receipt: own
      ? {
          deliveredAt: own.deliveredAt?.toISOString() ?? null,
          displayedAt: own.displayedAt?.toISOString() ?? null,
          ackedAt: own.ackedAt?.toISOString() ?? null,
        }
      : null,
  }));
}
