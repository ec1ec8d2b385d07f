import 'server-only';
import {
  actionsFrom,
  INCIDENT_TRANSITIONS,
  incidentStatusSchema,
  type Disposition,
  type Incident,
  type IncidentAction,
  type IncidentStatus,
} from '@/lib/protocol/incident';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/client';
import { AppError } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { addEntry, type RoomEventType } from '../rooms/add-entry';
import { INCIDENT_READERS } from './audience';
import { incidentInclude, incidentNumber, incidentToWire, type IncidentRow } from './to-wire';

/** One step of an incident's life. */
export interface Move {
  readonly action: IncidentAction;
  readonly at: Date;
  readonly reason?: string | null | undefined;
  readonly disposition?: Disposition | null | undefined;
  readonly reviewAt?: string | null | undefined;
  /** The incident that a merge leads into. */
  readonly target?: IncidentRow | null | undefined;
}

/** What the room hears a step as, where it is more than a change of phase. */
const ROOM_EVENTS: Partial<Record<IncidentAction, RoomEventType>> = {
  pause: 'pause',
  resume: 'resume',
  complete: 'complete',
  // Here nothing more will be said either.
  cancel: 'complete',
  merge: 'complete',
};

/** Moves a held incident on: row, events, entry of its log, audit entry. Throws AppError not_allowed_now (with `allowed`). */
export async function moveIncident(tx: Tx, by: AuditActor, held: IncidentRow, move: Move): Promise<Incident> {
  const from = incidentStatusSchema.parse(held.status);
  const { action, at, reason = null } = move;
  const rule = INCIDENT_TRANSITIONS[action];
  if (!rule.from.includes(from)) throw notNow(held, from, action);
  const to = rule.to === 'previous' ? incidentStatusSchema.parse(held.statusBefore ?? 'active') : rule.to;
  const row = await tx.incident.update({
    where: { id: held.id },
    data: {
      status: to,
      statusBefore: from,
      statusSince: at,
      statusReason: reason,
      version: { increment: 1 },
      updatedAt: at,
      reviewAt: action === 'pause' && move.reviewAt ? new Date(move.reviewAt) : null,
      ...stamps(held, to, at),
      // Whoever takes it up handles it, unless somebody already does.
      ...(action === 'accept' && held.ownerId === null && 'id' in by.actor ? { ownerId: by.actor.id } : {}),
      ...(move.disposition === undefined || move.disposition === null ? {} : { disposition: move.disposition }),
      ...(action === 'merge' ? { mergedIntoId: move.target?.id ?? null } : action === 'unmerge' ? { mergedIntoId: null } : {}),
    },
    include: incidentInclude,
  });
  const incident = incidentToWire(row);
  const change = { id: row.id, number: incident.number, from, to, version: row.version, at: at.toISOString(), actor: actorRef(by), incident, ...(reason ? { reason } : {}) };
  await emit(tx, 'incident.status.changed', change, INCIDENT_READERS, at);
  const event = ROOM_EVENTS[action];
  await addEntry(tx, row, { kind: 'status', text: describe(move, from, to), by, at, ...(event ? { event } : {}) });
  await recordAudit(tx, by, {
    category: 'incidents',
    action: `incident.${action}`,
    targetType: 'incident',
    targetId: row.id,
    summary: `${incident.number}: ${from} → ${to}`,
    before: { status: from, version: held.version },
    after: { status: to, version: row.version, ...(reason ? { reason } : {}), ...(move.disposition ? { disposition: move.disposition } : {}) },
  });
  return incident;
}

/** The times that a status stamps. Coming back from an end takes its time away again: the age ticks on. */
function stamps(held: IncidentRow, to: IncidentStatus, at: Date) {
  switch (to) {
    case 'active':
      return { activeAt: held.activeAt ?? at, completedAt: null, closedAt: null, disposition: null };
    case 'stable':
      return { stableAt: at };
    case 'completed':
      return { completedAt: at };
    case 'closed':
      return { closedAt: at };
    default:
      return {};
  }
}

/** What an action is called once it is done, for the log of the room. */
const DONE_WORDS: Readonly<Record<IncidentAction, string>> = {
  accept: 'Accepted',
  cancel: 'Cancelled',
  pause: 'Paused',
  resume: 'Resumed',
  stabilize: 'Stabilised',
  escalate: 'Escalated',
  complete: 'Completed',
  reopen: 'Reopened',
  close: 'Closed',
  reactivate: 'Reactivated',
  merge: 'Merged',
  unmerge: 'Unmerged',
};

function describe({ action, reason, disposition, target }: Move, from: IncidentStatus, to: IncidentStatus): string {
  const details = [action === 'cancel' ? reason?.replaceAll('_', ' ') : reason, disposition?.replaceAll('_', ' '), target ? `into ${incidentNumber(target)}` : null].filter(Boolean);
  return `${[DONE_WORDS[action], ...details].join(', ')}: ${from} → ${to}`;
}

function notNow(held: IncidentRow, from: IncidentStatus, action: IncidentAction): AppError {
  const allowed = actionsFrom(from);
  const words = allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'Nothing is allowed any more.';
  return new AppError('not_allowed_now', `This incident is ${from}, so “${action}” is not possible. ${words}`, {
    details: { from, allowed },
    fields: { current: incidentToWire(held) },
  });
}
