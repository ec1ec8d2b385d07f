import 'server-only';
import type { z } from 'zod';
import type { IncidentMoved } from '@/lib/protocol/board-answers';
import { transitionSchema, type Incident } from '@/lib/protocol/incident';
import type { Unit } from '@/lib/protocol/unit';
import { authorise, type Context } from '@/lib/server/context';
import { INCIDENT_TRANSITIONS } from '@/lib/protocol/incident';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { releaseUnits, unitsOf } from '../units/release';
import { demandVersion, holdIncident } from './hold';
import { mergeInto, targetOf } from './merge';
import { moveIncident } from './move';

type Parsed = z.output<typeof transitionSchema>;

/**
 * Moves an incident on by one action of INCIDENT_TRANSITIONS.
 * @throws AppError forbidden, invalid, not_found, stale_version (with `current`), not_allowed_now (with `allowed`)
 */
export async function transitionIncident(ctx: Context, incidentId: string, input: unknown): Promise<IncidentMoved> {
  authorise(ctx, 'incidents.read');
  const parsed = transitionSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  authorise(ctx, INCIDENT_TRANSITIONS[parsed.data.action].permission);
  const done = await db().$transaction((tx) => transition(tx, ctx, incidentId, parsed.data));
  return { ...done, delivery: await relayAfterCommit() };
}

async function transition(tx: Tx, ctx: Context, incidentId: string, body: Parsed): Promise<{ incident: Incident; assigned: Unit[] }> {
  // Both incidents of a merge are held in the order of their ids, so that two merges cannot wait for each other.
  if (body.action === 'merge' && body.targetId && body.targetId < incidentId) await targetOf(tx, incidentId, body.targetId);
  const held = await holdIncident(tx, incidentId);
  demandVersion(held, body.version);
  const now = new Date();
  const target = body.action === 'merge' ? await targetOf(tx, incidentId, body.targetId ?? '') : null;
  const incident = await moveIncident(tx, ctx, held, { action: body.action, at: now, reason: body.reason, disposition: body.disposition, reviewAt: body.reviewAt, target });
  if (target) await mergeInto(tx, ctx, held, target, now);
  if (body.releaseUnits) {
    if (!['completed', 'closed', 'cancelled'].includes(incident.status)) {
      throw new AppError('not_allowed_now', 'Units are released all at once only when their incident ends.');
    }
    await releaseUnits(tx, ctx, held, now);
  }
  return { incident, assigned: await unitsOf(tx, incidentId) };
}
