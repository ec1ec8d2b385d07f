import 'server-only';
import type { z } from 'zod';
import type { IncidentChanged } from '@/lib/protocol/board-answers';
import { createIncidentSchema, type Incident } from '@/lib/protocol/incident';
import { searchText } from '@/lib/protocol/incident-search';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { addEntry } from '../rooms/add-entry';
import { INCIDENT_READERS } from './audience';
import { incidentInclude, incidentNumber, incidentToWire, type IncidentRow } from './to-wire';

type Given = z.output<typeof createIncidentSchema>;

/** What an incident is made of, whoever makes it. */
export interface NewIncident extends Omit<Given, 'clientMsgId'> {
  readonly source: Incident['source'];
  readonly clientMsgId?: string | null | undefined;
  /** The first entry of its log, where there is more to say than the title. */
  readonly opening?: string;
}

/**
 * Creates an incident. The same `clientMsgId` of the same person creates one.
 * @throws AppError forbidden, invalid
 */
export async function createIncident(ctx: Context, input: unknown): Promise<IncidentChanged & { readonly created: boolean }> {
  authorise(ctx, 'incidents.write');
  const parsed = createIncidentSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const known = await findRepeated(ctx, parsed.data);
  if (known) return { incident: incidentToWire(known), created: false, delivery: await relayAfterCommit() };
  try {
    const incident = await db().$transaction((tx) => createIncidentIn(tx, ctx, { ...parsed.data, source: 'dispatcher' }));
    return { incident, created: true, delivery: await relayAfterCommit() };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await findRepeated(ctx, parsed.data) : null;
    if (!winner) throw error;
    return { incident: incidentToWire(winner), created: false, delivery: await relayAfterCommit() };
  }
}

/** Creates an incident within a transaction: row, number, first entry of its log, audit entry and event. */
export async function createIncidentIn(tx: Tx, by: AuditActor, input: NewIncident): Promise<Incident> {
  const now = new Date();
  const year = now.getUTCFullYear();
  const row = await tx.incident.create({
    data: {
      id: crypto.randomUUID(),
      year,
      ordinal: await nextOrdinal(tx, year),
      title: input.title,
      type: input.type,
      priority: input.priority,
      status: 'new',
      statusSince: now,
      address: input.location?.address ?? null,
      lat: input.location?.lat ?? null,
      lng: input.location?.lng ?? null,
      reporter: input.reporter ?? null,
      source: input.source,
      externalId: input.externalId ?? null,
      createdById: actorRef(by)?.id ?? null,
      clientMsgId: input.clientMsgId ?? null,
      createdAt: now,
      updatedAt: now,
      search: searchText({ title: input.title, location: input.location ?? null }),
    },
    include: incidentInclude,
  });
  const incident = incidentToWire(row);
  await emit(tx, 'incident.created', { incident, actor: actorRef(by) }, INCIDENT_READERS, now);
  await addEntry(tx, row, { kind: 'system', text: input.opening ?? `Came in as ${incident.priority} ${incident.type}: ${incident.title}`, by, at: now });
  await recordAudit(tx, by, {
    category: 'incidents',
    action: 'incident.create',
    targetType: 'incident',
    targetId: row.id,
    summary: `Created ${incident.number}: ${incident.title}`,
    after: { number: incidentNumber(row), title: row.title, type: row.type, priority: row.priority, address: row.address, lat: row.lat, lng: row.lng },
  });
  return incident;
}

// The year's counter is held until the commit: numbers follow each other, and a rollback leaves no gap.
async function nextOrdinal(tx: Tx, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO incident_counters (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = incident_counters.last + 1 RETURNING last`;
  if (!counter) throw new Error('The counter of incidents gave no number.');
  return counter.last;
}

async function findRepeated(ctx: Context, { clientMsgId }: Given): Promise<IncidentRow | null> {
  if (!clientMsgId) return null;
  return db().incident.findFirst({ where: { createdById: ctx.actor.id, clientMsgId }, include: incidentInclude });
}
