import 'server-only';
import type { z } from 'zod';
import type { IncidentChanged } from '@/lib/protocol/board-answers';
import { patchIncidentSchema, prioritySchema, type Incident } from '@/lib/protocol/incident';
import { searchText } from '@/lib/protocol/incident-search';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Prisma, type Tx } from '@/lib/server/db/client';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { addEntry } from '../rooms/add-entry';
import { INCIDENT_READERS } from './audience';
import { demandVersion, holdIncident } from './hold';
import { incidentInclude, incidentToWire, locationOf, type IncidentRow } from './to-wire';

type Patch = z.output<typeof patchIncidentSchema>;

/**
 * Changes fields of an incident that is still worked on.
 * @throws AppError forbidden, invalid, not_found, stale_version (with `current`), not_allowed_now (closed)
 */
export async function patchIncident(ctx: Context, incidentId: string, input: unknown): Promise<IncidentChanged> {
  authorise(ctx, 'incidents.write');
  const parsed = patchIncidentSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const incident = await db().$transaction((tx) => patch(tx, ctx, incidentId, parsed.data));
  return { incident, delivery: await relayAfterCommit() };
}

async function patch(tx: Tx, ctx: Context, incidentId: string, { version, ...wanted }: Patch): Promise<Incident> {
  const held = await holdIncident(tx, incidentId);
  demandVersion(held, version);
  if (['closed', 'cancelled', 'merged'].includes(held.status)) {
    throw new AppError('not_allowed_now', `This incident is ${held.status} and cannot be changed any more.`, { fields: { current: incidentToWire(held) } });
  }
  const { ownerId } = wanted;
  if (ownerId && !(await tx.user.findFirst({ where: { id: ownerId, disabledAt: null } }))) throw notFound('This account');
  const change = changedColumns(held, wanted);
  const changed = Object.keys(change);
  if (changed.length === 0) return incidentToWire(held);
  const now = new Date();
  const row = await tx.incident.update({
    where: { id: incidentId },
    data: { ...change, search: searchOf({ ...held, ...change }), version: { increment: 1 }, updatedAt: now },
    include: incidentInclude,
  });
  const incident = incidentToWire(row);
  const priorityBefore = changed.includes('priority') ? { priorityBefore: prioritySchema.parse(held.priority) } : {};
  await emit(tx, 'incident.updated', { incident, changed, actor: actorRef(ctx), ...priorityBefore }, INCIDENT_READERS, now);
  await addEntry(tx, row, { kind: 'system', text: describe(held, row), by: ctx, at: now });
  await recordAudit(tx, ctx, {
    category: 'incidents',
    action: 'incident.update',
    targetType: 'incident',
    targetId: incidentId,
    summary: `Changed ${incident.number}: ${changed.join(', ')}`,
    before: pick(held, changed),
    after: pick(row, changed),
  });
  return incident;
}

type Columns = Pick<IncidentRow, 'title' | 'type' | 'priority' | 'address' | 'lat' | 'lng' | 'reporter' | 'ownerId'>;

function changedColumns(held: IncidentRow, { location, ...wanted }: Omit<Patch, 'version'>): Partial<Columns> {
  const place = location === undefined ? {} : { address: location?.address ?? null, lat: location?.lat ?? null, lng: location?.lng ?? null };
  const entries = Object.entries({ ...wanted, ...place }) as [keyof Columns, Columns[keyof Columns] | undefined][];
  return Object.fromEntries(entries.filter(([column, value]) => value !== undefined && held[column] !== value));
}

function searchOf(row: Pick<IncidentRow, 'title' | 'address' | 'lat' | 'lng'>): string {
  return searchText({ title: row.title, location: locationOf(row) });
}

function pick(row: IncidentRow, columns: readonly string[]): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))) as Prisma.InputJsonObject;
}

const LABELS: Readonly<Record<keyof Columns, string>> = {
  title: 'Title',
  type: 'Type',
  priority: 'Priority',
  address: 'Address',
  lat: 'Latitude',
  lng: 'Longitude',
  reporter: 'Reporter',
  ownerId: 'Owner',
};

function describe(before: IncidentRow, after: IncidentRow): string {
  const columns = (Object.keys(LABELS) as (keyof Columns)[]).filter((column) => before[column] !== after[column]);
  return columns
    .map((column) => {
      if (column === 'ownerId') return `Owner: ${after.owner?.name ?? 'nobody'}`;
      // Everybody reads the room; who called, only those who may read contacts.
      return column === 'reporter' ? 'Reporter changed' : `${LABELS[column]}: ${after[column] ?? 'none'}`;
    })
    .join(' · ');
}
