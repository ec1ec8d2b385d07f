import 'server-only';
import { z } from 'zod';
import { instant } from '@/lib/protocol/instant';
import { db } from '../db/client';

const stateSchema = z.object({ state: z.enum(['unknown', 'up', 'warn', 'down']), message: z.string().nullish(), at: instant.optional() });
type State = z.infer<typeof stateSchema>['state'];

/** A service came into another state, as it was noted when that was told. */
export interface StateChange {
  readonly monitorId: string;
  readonly at: Date;
  readonly from: State;
  readonly to: State;
  readonly message: string | null;
}

/** The last changes of these services, the oldest first; `most` of all of them together. Throws when the database cannot be asked. */
export async function readStateChanges(monitorIds: readonly string[], most: number): Promise<StateChange[]> {
  const rows = await db().auditEntry.findMany({
    where: { targetType: 'monitor', targetId: { in: [...monitorIds] }, action: 'monitor.state' },
    orderBy: { id: 'desc' },
    take: most,
    select: { targetId: true, at: true, before: true, after: true },
  });
  return rows.reverse().flatMap(({ targetId, at, before, after }) => {
    const to = stateSchema.safeParse(after).data;
    const from = stateSchema.safeParse(before).data?.state ?? 'unknown';
    // While the database was away changes waited to be noted: they say themselves when they were.
    return to && targetId !== null ? [{ monitorId: targetId, at: to.at === undefined ? at : new Date(to.at), from, to: to.state, message: to.message ?? null }] : [];
  });
}

/** The changes of one service by outage: from the first that is not well to the one that is, when that has come. */
export function groupOutages(changes: readonly StateChange[]): StateChange[][] {
  const outages: StateChange[][] = [];
  let current: StateChange[] | undefined;
  for (const change of changes) {
    if (change.to === 'up') {
      current?.push(change);
      current = undefined;
    } else if (current) {
      current.push(change);
    } else {
      current = [change];
      outages.push(current);
    }
  }
  return outages;
}
