import 'server-only';
import { CLEARED_STATES, COMMITTED_STATES, unitStateSchema, type Unit } from '@/lib/protocol/unit';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import type { Context } from '@/lib/server/context';
import type { Tx } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { incidentNumber, type IncidentRow } from '../incidents/to-wire';
import { addEntry } from '../rooms/add-entry';
import { applyStatus } from './apply-status';
import { UNIT_READERS } from './audience';
import { unitInclude, unitToWire, type UnitRow } from './to-wire';

/** The units assigned to an incident, by call sign. */
export async function unitsOf(tx: Tx, incidentId: string): Promise<Unit[]> {
  const rows = await tx.unit.findMany({ where: { incidentId }, orderBy: { callSign: 'asc' }, include: unitInclude });
  return rows.map(unitToWire);
}

/** Clears every unit of a held incident. */
export async function releaseUnits(tx: Tx, ctx: Context, incident: IncidentRow, at: Date): Promise<void> {
  for (const unit of await holdUnitsOf(tx, incident.id)) await releaseUnit(tx, ctx, unit, incident, at);
}

/** Takes a held unit off its held incident. One that worked for it becomes available, if there is a code for that; another keeps its status. */
export async function releaseUnit(tx: Tx, ctx: Context, unit: UnitRow, incident: IncidentRow, at: Date): Promise<Unit> {
  const also = { incidentId: null, assignedAt: null };
  const available = COMMITTED_STATES.some((state) => state === unit.state) ? await clearedCode(tx) : null;
  const wire = available
    ? await applyStatus(tx, ctx, unit, { code: available.code, state: unitStateSchema.parse(available.state), at, also })
    : unitToWire(await tx.unit.update({ where: { id: unit.id }, data: { ...also, version: { increment: 1 } }, include: unitInclude }));
  const number = incidentNumber(incident);
  await emit(tx, 'unit.cleared', { unit: wire, incidentId: incident.id, incidentNumber: number, actor: actorRef(ctx) }, UNIT_READERS, at);
  const status = await tx.incident.findUnique({ where: { id: incident.id }, select: { status: true } });
  await addEntry(tx, { id: incident.id, status: status?.status ?? incident.status }, { kind: 'assignment', text: `${unit.callSign} cleared`, by: ctx, at });
  await recordAudit(tx, ctx, {
    category: 'units',
    action: 'unit.clear',
    targetType: 'unit',
    targetId: unit.id,
    summary: `${unit.callSign} cleared from ${number}`,
    before: { incidentId: incident.id, code: unit.code },
    after: { incidentId: null, code: wire.code },
  });
  return wire;
}

/** Gives the units of one held incident to another: what they do stays as it is. */
export async function handOverUnits(tx: Tx, ctx: Context, from: IncidentRow, to: IncidentRow, at: Date): Promise<void> {
  const actor = actorRef(ctx);
  for (const unit of await holdUnitsOf(tx, from.id)) {
    const row = await tx.unit.update({ where: { id: unit.id }, data: { incidentId: to.id, version: { increment: 1 } }, include: unitInclude });
    await emit(tx, 'unit.assigned', { unit: unitToWire(row), incidentNumber: incidentNumber(to), actor }, UNIT_READERS, at);
    await addEntry(tx, to, { kind: 'assignment', text: `${unit.callSign} came along from ${incidentNumber(from)}`, by: ctx, at });
  }
}

async function holdUnitsOf(tx: Tx, incidentId: string): Promise<UnitRow[]> {
  await tx.$queryRaw`SELECT id FROM units WHERE incident_id = ${incidentId} ORDER BY id FOR NO KEY UPDATE`;
  return tx.unit.findMany({ where: { incidentId }, orderBy: { id: 'asc' }, include: unitInclude });
}

/** The agency's first code for a unit that is free again; undefined where it has none. */
async function clearedCode(tx: Tx): Promise<{ code: string; state: string } | undefined> {
  const rows = await tx.statusCode.findMany({ where: { removedAt: null, state: { in: [...CLEARED_STATES] } }, orderBy: { position: 'asc' }, select: { code: true, state: true } });
  return CLEARED_STATES.map((state) => rows.find((row) => row.state === state)).find((row) => row !== undefined);
}
