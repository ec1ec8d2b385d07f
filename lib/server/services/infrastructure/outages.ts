import 'server-only';
import type { Outage, OutageList } from '@/lib/protocol/monitor';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { groupOutages, readStateChanges, type StateChange } from '@/lib/server/monitoring/outages';

const MOST_CHANGES = 200;
const MOST_OUTAGES = 20;

/** The last times in which a service did not work well, the newest first. Throws AppError not_found. */
export async function readOutages(monitorId: string): Promise<OutageList> {
  const [monitor, changes] = await Promise.all([db().monitor.findUnique({ where: { id: monitorId }, select: { id: true } }), readStateChanges([monitorId], MOST_CHANGES)]);
  if (!monitor) throw notFound('This service');
  return { items: groupOutages(changes).reverse().slice(0, MOST_OUTAGES).flatMap(toOutage) };
}

/** What began as a warning and became worse is told by the worse of it. */
function toOutage(changes: readonly StateChange[]): Outage[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return [];
  const worst = changes.find(({ to }) => to === 'down') ?? first;
  return [{ from: first.at.toISOString(), until: last.to === 'up' ? last.at.toISOString() : null, severity: worst.to === 'down' ? 'down' : 'warn', message: worst.message }];
}
