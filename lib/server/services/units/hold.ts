import 'server-only';
import { db, type Tx } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { holdIncident } from '../incidents/hold';
import type { IncidentRow } from '../incidents/to-wire';
import { unitInclude, type UnitRow } from './to-wire';

/** A unit and the incident it is assigned to, both held. */
export interface HeldUnit {
  readonly unit: UnitRow;
  readonly incident: IncidentRow | null;
}

const MOST_TRIES = 5;

/** The unit was given to another incident between the look and the hold. */
class UnitMoved extends Error {
  override readonly name = 'UnitMoved';
}

/**
 * Works on a held unit in a transaction. Incidents are always held before units, so that no two changes wait for
 * each other; a unit that moves between the look and the hold is tried again. Throws AppError not_found.
 */
export async function withUnit<T>(unitId: string, work: (tx: Tx, held: HeldUnit) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db().$transaction(async (tx) => work(tx, await holdBoth(tx, unitId)));
    } catch (error) {
      if (!(error instanceof UnitMoved) || tries >= MOST_TRIES) throw error;
    }
  }
}

async function holdBoth(tx: Tx, unitId: string): Promise<HeldUnit> {
  const seen = await tx.unit.findUnique({ where: { id: unitId }, select: { incidentId: true } });
  if (!seen) throw notFound('This unit');
  const incident = seen.incidentId ? await holdIncident(tx, seen.incidentId) : null;
  const unit = await holdUnit(tx, unitId);
  if (unit.incidentId !== seen.incidentId) throw new UnitMoved();
  return { unit, incident };
}

/** Reads a unit and holds it until the transaction ends. Its incident must be held before. Throws AppError not_found, also for one that was retired. */
export async function holdUnit(tx: Tx, unitId: string): Promise<UnitRow> {
  await tx.$queryRaw`SELECT id FROM units WHERE id = ${unitId} FOR NO KEY UPDATE`;
  const row = await tx.unit.findUnique({ where: { id: unitId }, include: unitInclude });
  if (!row || row.retiredAt) throw notFound('This unit');
  return row;
}
