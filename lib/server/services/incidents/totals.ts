import 'server-only';
import { openTotalsSchema, type OpenTotals } from '@/lib/protocol/incident-totals';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import { db } from '@/lib/server/db/client';

/** An event that left so long ago has been heard, or will be counted anew with the next snapshot. */
const HEARD_MS = 30_000;
const MOST_COUNTED = 500;
const COUNTING = ['incident.created', 'incident.updated', 'incident.status.changed'];

/** How many incidents are open by priority and status, with the events that are in these figures already. */
export async function readOpenTotals(): Promise<OpenTotals> {
  // One view of the database: an event is in both, or in neither.
  return db().$transaction(
    async (tx) => {
      const counts = await tx.incident.groupBy({ by: ['priority', 'status'], where: { status: { in: [...OPEN_STATUSES] } }, _count: true });
      const events = await tx.outboxEvent.findMany({
        where: { type: { in: COUNTING }, OR: [{ sentAt: null }, { sentAt: { gt: new Date(Date.now() - HEARD_MS) } }] },
        orderBy: { id: 'desc' },
        take: MOST_COUNTED,
        select: { eventId: true },
      });
      return openTotalsSchema.parse({
        counts: counts.map(({ priority, status, _count: count }) => ({ priority, status, count })),
        counted: events.map(({ eventId }) => eventId),
      });
    },
    { isolationLevel: 'RepeatableRead' },
  );
}
