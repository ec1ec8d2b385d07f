import 'server-only';
import { SYSTEM } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/client';
import { addEntry } from '../rooms/add-entry';
import { holdIncident } from './hold';
import { moveIncident } from './move';

/** Statuses in which an incident that came in by itself may also end by itself. */
export const UNSETTLED: ReadonlySet<string> = new Set(['new', 'active', 'paused', 'stable']);

/**
 * Ends an incident whose cause is gone: it is accepted if nobody has, and completed as resolved. One with units on it
 * is left to the people: its log says that the cause is gone. An ended one stays as it is.
 * @returns whether it was completed
 */
export async function settleIncident(tx: Tx, incidentId: string, why: string, at: Date): Promise<boolean> {
  const held = await holdIncident(tx, incidentId);
  if (!UNSETTLED.has(held.status)) return false;
  if ((await tx.unit.count({ where: { incidentId } })) > 0) {
    await addEntry(tx, held, { kind: 'system', text: `${why} Units are still assigned, so it stays open.`, by: SYSTEM, at });
    return false;
  }
  if (held.status === 'new') await moveIncident(tx, SYSTEM, held, { action: 'accept', at, reason: why });
  await moveIncident(tx, SYSTEM, await holdIncident(tx, incidentId), { action: 'complete', at, disposition: 'resolved', reason: why });
  return true;
}
