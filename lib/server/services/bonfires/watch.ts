import 'server-only';
import { SYSTEM } from '@/lib/server/audit/record';
import { db } from '@/lib/server/db/client';
import type { BonfireAction } from '@/lib/protocol/bonfire';
import { holdBonfire } from './hold';
import { moveBonfire } from './move';
import type { BonfireRow } from './to-wire';

const MOST_AT_ONCE = 100;

/**
 * Lights the fires whose start has come and marks those overdue whose end has passed. Several instances may call
 * this at once: each fire moves once.
 */
export async function watchBonfires(): Promise<void> {
  const now = new Date();
  const due = await db().bonfire.findMany({
    where: {
      held: false,
      OR: [
        { status: 'registered', startsAt: { lte: now } },
        { status: 'active', endsAt: { lte: now } },
      ],
    },
    orderBy: { startsAt: 'asc' },
    take: MOST_AT_ONCE,
    select: { id: true },
  });
  for (const { id } of due) {
    await db().$transaction(async (tx) => {
      const held = await holdBonfire(tx, id);
      const action = dueAction(held, now);
      if (action) await moveBonfire(tx, SYSTEM, held, action);
    });
  }
}

function dueAction(row: BonfireRow, now: Date): BonfireAction | null {
  if (row.held) return null;
  if (row.status === 'registered' && row.startsAt <= now) return 'activate';
  if (row.status === 'active' && row.endsAt <= now) return 'mark_overdue';
  return null;
}
