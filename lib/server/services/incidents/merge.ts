import 'server-only';
import { INCIDENT_TRANSITIONS, incidentStatusSchema } from '@/lib/protocol/incident';
import type { Context } from '@/lib/server/context';
import type { Tx } from '@/lib/server/db/client';
import { AppError } from '@/lib/server/errors';
import { addEntry } from '../rooms/add-entry';
import { handOverUnits } from '../units/release';
import { holdIncident } from './hold';
import { incidentNumber, incidentToWire, type IncidentRow } from './to-wire';

/** Holds the incident that another is merged into. Throws AppError not_found, not_allowed_now (itself, or one that has ended). */
export async function targetOf(tx: Tx, incidentId: string, targetId: string): Promise<IncidentRow> {
  if (incidentId === targetId) throw new AppError('not_allowed_now', 'An incident cannot be merged into itself.');
  const target = await holdIncident(tx, targetId);
  if (!INCIDENT_TRANSITIONS.merge.from.includes(incidentStatusSchema.parse(target.status))) {
    throw new AppError('not_allowed_now', `Incident ${incidentNumber(target)} is ${target.status}; only one that is worked on can take another in.`, {
      details: { target: incidentToWire(target) },
    });
  }
  return target;
}

/** Says in the target's log what was merged into it, and brings the units along. Both are held. */
export async function mergeInto(tx: Tx, ctx: Context, merged: IncidentRow, target: IncidentRow, at: Date): Promise<void> {
  await addEntry(tx, target, { kind: 'system', text: `Incident ${incidentNumber(merged)} was merged into this one: ${merged.title}`, by: ctx, at });
  await handOverUnits(tx, ctx, merged, target, at);
}
