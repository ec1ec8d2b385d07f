import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import type { EventData } from '@/lib/protocol/events';
import { toOutgoing } from '@/lib/realtime/event-log';
import { FLASH_BODY_MAX, FLASH_TITLE_MAX } from '@/lib/protocol/flash';
import { INCIDENT_TITLE_MAX } from '@/lib/protocol/incident';
import { recordAudit, SYSTEM } from '../audit/record';
import { WATCHROOM } from '../auth/own-accounts';
import { db, type Tx } from '../db/client';
import { emit } from '../outbox/emit';
import { eventLog } from '../relay/log';
import { relayAfterCommit } from '../relay/request-relay';
import { createIncidentIn } from '../services/incidents/create';
import { settleIncident } from '../services/incidents/settle';
import { incidentNumber } from '../services/incidents/to-wire';
import { sendFlash } from '../services/flash/send';
import { INFRA_READERS } from './audience';
import type { KnownState } from './machine';
import { Superseded } from './persist';
import type { Watched } from './roster';
import type { WatchState } from './watch-state';

const RECOVERY_SHOWN_MS = 300_000;

/** A service really came into another state. `at`: milliseconds since the epoch. */
export interface Change {
  readonly watched: Watched;
  readonly from: KnownState;
  readonly to: Exclude<KnownState, 'unknown'>;
  readonly at: number;
  readonly message: string | null;
  /** Whether the screens were told already, past the database, while that was away. */
  readonly eventSent: boolean;
  /** It is noted and told to nobody: what was bad is well again within its maintenance. */
  readonly isQuiet: boolean;
}

/**
 * Tells a change: event, audit entry, and, where the monitor asks for it, an incident and a message to everybody.
 * Recovery ends both. That it was told is noted in the same transaction, so that no later collector tells it again.
 * @returns the incident that the service has after it
 * @throws Superseded, or when the database cannot be asked; telling the same change again sends no second message
 */
export async function announceChange(change: Change, fence: bigint): Promise<WatchState['incident']> {
  if (change.watched.onDown.flash && !change.isQuiet) await tellEverybody(change);
  const incident = await db().$transaction(async (tx) => {
    const { watched, from, to, message } = change;
    const before = await holdState(tx, watched.id, fence);
    const linked = await incidentFor(tx, change, before);
    await tx.monitorState.updateMany({ where: { monitorId: watched.id }, data: { announced: to, incidentId: linked?.id ?? null } });
    if (!change.eventSent && !change.isQuiet) await emit(tx, 'server.status.changed', eventOf(change, linked ?? before), INFRA_READERS, new Date(change.at));
    await recordAudit(tx, SYSTEM, {
      category: 'monitors',
      action: 'monitor.state',
      targetType: 'monitor',
      targetId: watched.id,
      summary: `${watched.name}: ${from} → ${to}`,
      before: { state: from },
      after: { state: to, message, at: new Date(change.at).toISOString() },
    });
    return linked;
  });
  await relayAfterCommit();
  return incident;
}

function eventOf({ watched, from, to, at, message }: Change, incident: WatchState['incident']): EventData<'server.status.changed'> {
  return { id: watched.id, key: watched.key, name: watched.name, from, to, at: new Date(at).toISOString(), message, incident };
}

/** Tells the screens of a change past the database, which is away. Throws when Redis is away too. */
export async function sendChange(change: Change): Promise<void> {
  const event = { id: crypto.randomUUID(), type: 'server.status.changed', data: eventOf(change, null), timestamp: new Date(change.at).toISOString() } as const;
  await eventLog().append([toOutgoing(event, INFRA_READERS)]);
}

/** The incident that a service has, held until the transaction ends. Throws Superseded when a later collector has written. */
async function holdState(tx: Tx, monitorId: string, fence: bigint): Promise<WatchState['incident']> {
  await tx.$queryRaw`SELECT monitor_id FROM monitor_states WHERE monitor_id = ${monitorId} FOR UPDATE`;
  const row = await tx.monitorState.findUnique({ where: { monitorId }, select: { fence: true, incident: { select: { id: true, year: true, ordinal: true } } } });
  if (row && row.fence > fence) throw new Superseded('Another instance looks at services now.');
  return row?.incident ? { id: row.incident.id, number: incidentNumber(row.incident) } : null;
}

async function incidentFor(tx: Tx, { watched, to, at, message }: Change, incident: WatchState['incident']): Promise<WatchState['incident']> {
  if (to === 'down' && watched.onDown.incident && !incident) {
    const created = await createIncidentIn(tx, SYSTEM, {
      title: cutText(`${watched.name} is down: ${message ?? 'no answer'}`, INCIDENT_TITLE_MAX),
      type: 'alarm',
      priority: watched.onDown.priority,
      reporter: 'Watchroom',
      source: 'monitor',
      externalId: watched.id,
    });
    return { id: created.id, number: created.number };
  }
  if (to !== 'up' || !incident) return incident;
  await settleIncident(tx, incident.id, `${watched.name} is up again.`, new Date(at));
  return null;
}

async function tellEverybody({ watched, to, at, message }: Change): Promise<void> {
  const ctx = { actor: WATCHROOM, ip: null, userAgent: null };
  const clientMsgId = `${watched.id}-${at.toString(36)}`;
  if (to === 'down') {
    await sendFlash(ctx, { level: 'warning', title: cutText(`${watched.name} is down`, FLASH_TITLE_MAX), body: cutText(message ?? '', FLASH_BODY_MAX), clientMsgId });
    return;
  }
  const earlier = await db().flash.findFirst({
    where: { createdById: WATCHROOM.id, status: 'live', clientMsgId: { startsWith: `${watched.id}-` } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  if (to !== 'up' || !earlier) return;
  const expiresAt = new Date(Date.now() + RECOVERY_SHOWN_MS).toISOString();
  await sendFlash(ctx, { level: 'ok', title: cutText(`${watched.name} is up again`, FLASH_TITLE_MAX), expiresAt, supersedesId: earlier.id, clientMsgId });
}
