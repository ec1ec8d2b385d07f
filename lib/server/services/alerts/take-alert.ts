import 'server-only';
import { z } from 'zod';
import type { Priority } from '@/lib/protocol/incident';
import type { Place } from '@/lib/protocol/place';
import { SYSTEM } from '@/lib/server/audit/record';
import type { Prisma, Tx } from '@/lib/server/db/client';
import { createIncidentIn } from '../incidents/create';
import { holdIncident } from '../incidents/hold';
import { settleIncident, UNSETTLED } from '../incidents/settle';
import { incidentNumber, type IncidentRow } from '../incidents/to-wire';
import { addEntry } from '../rooms/add-entry';
import { changedFacts, factsText, type Facts } from './alert-words';

/** An alert, and what its incident would be. Times in milliseconds since the epoch. */
export interface Judged {
  readonly status: 'firing' | 'resolved';
  readonly fingerprint: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly facts: Facts;
  readonly title: string;
  readonly priority: Priority;
  readonly location: Place | null;
  readonly sender: string;
}

/** What came of an alert. `noted`: its incident's log says something new; `known`: nothing was written. */
export type Outcome = 'opened' | 'resolved' | 'noted' | 'known';

type AlertRow = Prisma.AlertGetPayload<object>;

const factsSchema = z.array(z.tuple([z.string(), z.string()]));
/** An incident that is merged into one that is merged, and so on: no further than this. */
const MOST_MERGES = 20;

/** Takes one alert. Reports of the same one wait for each other, so that two at once do what one does. */
export async function takeAlert(tx: Tx, alert: Judged, now: Date): Promise<Outcome> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`alert:${alert.fingerprint}`}, 0))`;
  const known = await tx.alert.findUnique({ where: { fingerprint: alert.fingerprint } });
  if (alert.status === 'resolved') return known && !saysNothingNew(known, alert) ? endAlert(tx, known, alert, now) : 'known';
  if (known) {
    if (saysNothingNew(known, alert)) return 'known';
    const held = await holdOpen(tx, known.incidentId);
    if (held) return goOn(tx, known, held, alert, now);
    // People ended its incident while it fired. It goes on firing, which is no news until it begins again.
    if (known.endedAt === null && (alert.startsAt === null || alert.startsAt <= known.startsAt.getTime())) return 'known';
  }
  await open(tx, alert, now);
  return 'opened';
}

/** Whether a report of this alert would write nothing: a repeat, or one that is older than what is known. */
export function saysNothingNew(known: AlertRow, { status, startsAt, endsAt, facts }: Judged): boolean {
  const began = known.startsAt.getTime();
  // Without a beginning in the report, ours is only when we heard of it.
  if (status === 'resolved') return known.endedAt !== null || (startsAt !== null && endsAt !== null && endsAt < began);
  if (known.endedAt !== null) return startsAt !== null && startsAt <= began;
  return (startsAt === null || startsAt <= began) && changedFacts(factsOfRow(known), facts).length === 0;
}

async function open(tx: Tx, { fingerprint, startsAt, facts, title, priority, location, sender }: Judged, now: Date): Promise<void> {
  const began = new Date(startsAt ?? now);
  const incident = await createIncidentIn(tx, SYSTEM, {
    title,
    type: 'alarm',
    priority,
    location,
    reporter: sender,
    source: 'api',
    externalId: `alertmanager:${fingerprint}@${began.getTime()}`,
    opening: factsText(facts, `Came in as ${priority} alarm: ${title}\nFiring since ${spoken(began)}`),
  });
  const row = { incidentId: incident.id, startsAt: began, endedAt: null, facts: facts.map((fact) => [...fact]) };
  await tx.alert.upsert({ where: { fingerprint }, create: { fingerprint, ...row }, update: row });
}

/** An alert whose incident is open: what is new about it stands in that incident's log. */
async function goOn(tx: Tx, known: AlertRow, held: IncidentRow, { fingerprint, startsAt, facts, title, sender }: Judged, now: Date): Promise<Outcome> {
  const began = new Date(Math.max(known.startsAt.getTime(), startsAt ?? (known.endedAt === null ? 0 : now.getTime())));
  const again = known.endedAt !== null || began > known.startsAt ? `${known.endedAt === null ? 'The alert began again at' : 'The alert fires again since'} ${spoken(began)}.` : 'The alert says something new.';
  const text = factsText(changedFacts(factsOfRow(known), facts), `${await origin(tx, known, held, title)}${again}`);
  await addEntry(tx, held, { kind: 'note', text, speaker: { role: 'system', label: sender }, by: SYSTEM, at: now });
  await tx.alert.update({ where: { fingerprint }, data: { startsAt: began, endedAt: null, facts: facts.map((fact) => [...fact]) } });
  return 'noted';
}

async function endAlert(tx: Tx, known: AlertRow, { title, sender }: Judged, now: Date): Promise<Outcome> {
  await tx.alert.update({ where: { fingerprint: known.fingerprint }, data: { endedAt: now } });
  const held = await holdOpen(tx, known.incidentId);
  if (!held) return 'known';
  const { firing, own } = await alertsOf(tx, held.id);
  const merged = held.id !== known.incidentId;
  if (merged || firing > 0) {
    const others = firing > 0 ? ` ${firing === 1 ? 'Another alert of this incident still fires' : `${firing} other alerts of this incident still fire`}, so it stays open.` : '';
    await addEntry(tx, held, { kind: 'note', text: `${await origin(tx, known, held, title)}The alert is resolved.${others}`, speaker: { role: 'system', label: sender }, by: SYSTEM, at: now });
  }
  if (firing > 0 || own === 0) return 'noted';
  return (await settleIncident(tx, held.id, merged ? 'All its alerts are resolved.' : 'The alert is resolved.', now)) ? 'resolved' : 'noted';
}

/** The incident that people work on for an alert: its own, or what that was merged into, held. Null when it has ended. */
async function holdOpen(tx: Tx, incidentId: string): Promise<IncidentRow | null> {
  let id = incidentId;
  for (let steps = 0; steps < MOST_MERGES; steps += 1) {
    const { status, mergedIntoId } = await tx.incident.findUniqueOrThrow({ where: { id }, select: { status: true, mergedIntoId: true } });
    if (status === 'merged' && mergedIntoId !== null) {
      id = mergedIntoId;
      continue;
    }
    const held = await holdIncident(tx, id);
    // Merged in the moment before it was held: look again.
    if (held.status !== 'merged') return UNSETTLED.has(held.status) ? held : null;
  }
  return null;
}

/** Alerts of an incident and of all that were merged into it: how many fire, and how many opened the incident itself. */
async function alertsOf(tx: Tx, incidentId: string): Promise<{ firing: number; own: number }> {
  const [counts] = await tx.$queryRaw<{ firing: number; own: number }[]>`
    WITH RECURSIVE family AS (
      SELECT id FROM incidents WHERE id = ${incidentId}
      UNION SELECT i.id FROM incidents i JOIN family f ON i.merged_into_id = f.id WHERE i.status = 'merged'
    )
    SELECT (count(*) FILTER (WHERE a.ended_at IS NULL))::int AS firing, (count(*) FILTER (WHERE a.incident_id = ${incidentId}))::int AS own
    FROM alerts a JOIN family f ON f.id = a.incident_id`;
  return counts ?? { firing: 0, own: 0 };
}

/** In the log of another incident it must be said which alert is meant. */
async function origin(tx: Tx, known: AlertRow, held: IncidentRow, title: string): Promise<string> {
  if (held.id === known.incidentId) return '';
  const own = await tx.incident.findUniqueOrThrow({ where: { id: known.incidentId }, select: { year: true, ordinal: true } });
  return `${incidentNumber(own)}, merged into this one (${title}): `;
}

function factsOfRow({ facts }: AlertRow): Facts {
  return factsSchema.safeParse(facts).data ?? [];
}

function spoken(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
