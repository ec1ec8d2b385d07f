import 'server-only';
import { AppError, notFound } from '@/lib/server/errors';
import type { Tx } from '@/lib/server/db/client';
import { incidentInclude, incidentToWire, type IncidentRow } from './to-wire';

/** Reads an incident and holds it until the transaction ends, so that no two changes of it cross. Throws AppError not_found. */
export async function holdIncident(tx: Tx, incidentId: string): Promise<IncidentRow> {
  await tx.$queryRaw`SELECT id FROM incidents WHERE id = ${incidentId} FOR NO KEY UPDATE`;
  const row = await tx.incident.findUnique({ where: { id: incidentId }, include: incidentInclude });
  if (!row) throw notFound('This incident');
  return row;
}

/** Throws AppError stale_version (409, with `current`) unless the caller has seen the newest version. */
export function demandVersion(row: IncidentRow, seen: number): void {
  if (row.version === seen) return;
  throw new AppError('stale_version', 'Somebody else changed this incident meanwhile. Nothing was saved; look at what changed and try again.', {
    fields: { current: incidentToWire(row) },
  });
}
