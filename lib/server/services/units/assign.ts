import 'server-only';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { assignUnitSchema, unitStateSchema, type Unit } from '@/lib/protocol/unit';
import { isAssignable } from '@/lib/protocol/unit-edges';
import { spokenState } from '@/lib/protocol/unit-words';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { holdIncident } from '../incidents/hold';
import { moveIncident } from '../incidents/move';
import { incidentNumber, incidentToWire, type IncidentRow } from '../incidents/to-wire';
import { addEntry } from '../rooms/add-entry';
import { ALERTED, applyStatus } from './apply-status';
import { UNIT_READERS } from './audience';
import { holdUnit } from './hold';
import { unitToWire } from './to-wire';

const TAKES_UNITS = ['new', 'active', 'paused', 'stable'];

/**
 * Sends a unit to an incident: the unit is alerted, and the first unit makes a new incident active. Sending it where
 * it is already changes nothing.
 * @throws AppError forbidden, invalid, not_found, not_allowed_now (the incident has ended; the unit is elsewhere or out of service)
 */
export async function assignUnit(ctx: Context, unitId: string, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.write');
  const parsed = assignUnitSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { unit, warning } = await db().$transaction((tx) => assign(tx, ctx, unitId, parsed.data.incidentId));
  return { unit, delivery: await relayAfterCommit(), ...(warning ? { warning } : {}) };
}

async function assign(tx: Tx, ctx: Context, unitId: string, incidentId: string): Promise<{ unit: Unit; warning: string | null }> {
  const incident = await holdIncident(tx, incidentId);
  const unit = await holdUnit(tx, unitId);
  if (unit.incidentId === incidentId) return { unit: unitToWire(unit), warning: null };
  demandOpen(incident);
  if (unit.incidentId) {
    throw new AppError('not_allowed_now', `${unit.callSign} is assigned to another incident. Clear it there first.`, { fields: { current: unitToWire(unit) } });
  }
  if (unit.state === 'out_of_service') {
    throw new AppError('not_allowed_now', `${unit.callSign} is out of service${unit.note ? `: ${unit.note}` : '.'}`, { fields: { current: unitToWire(unit) } });
  }
  const state = unitStateSchema.parse(unit.state);
  const warning = isAssignable(state) ? null : `${unit.callSign} was ${spokenState(state)} when it was sent.`;
  const at = new Date();
  const assigned = await applyStatus(tx, ctx, unit, { ...ALERTED, at, also: { incidentId, assignedAt: at } });
  await emit(tx, 'unit.assigned', { unit: assigned, incidentNumber: incidentNumber(incident), actor: actorRef(ctx) }, UNIT_READERS, at);
  if (incident.status === 'new') await moveIncident(tx, ctx, incident, { action: 'accept', at });
  await addEntry(tx, incident.status === 'new' ? { id: incident.id, status: 'active' } : incident, {
    kind: 'assignment',
    text: `${unit.callSign} assigned`,
    by: ctx,
    at,
  });
  await recordAudit(tx, ctx, {
    category: 'units',
    action: 'unit.assign',
    targetType: 'unit',
    targetId: unit.id,
    summary: `${unit.callSign} assigned to ${incidentNumber(incident)}`,
    before: { code: unit.code, state: unit.state },
    after: { incidentId, code: assigned.code, state: assigned.state },
  });
  return { unit: assigned, warning };
}

function demandOpen(incident: IncidentRow): void {
  if (TAKES_UNITS.includes(incident.status)) return;
  throw new AppError('not_allowed_now', `Incident ${incidentNumber(incident)} is ${incident.status}; units can only be sent to one that is worked on.`, {
    fields: { current: incidentToWire(incident) },
  });
}
