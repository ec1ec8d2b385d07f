import { cardValueSchema, type CardValue } from '@/lib/protocol/card-value';
import { db, type Prisma } from '@/lib/server/db/client';
import type { AnyCard } from '../define';

/** What a card shows at a moment, parsed as the engine does it. */
export async function valueAt(card: AnyCard, now: Date): Promise<CardValue> {
  const value = await card.compute({ now, signal: new AbortController().signal });
  return cardValueSchema.parse({ ...value, view: card.view });
}

/** Has the tables that only grow let go of their rows, in this database. */
export async function allowEmptying(): Promise<void> {
  await db().$executeRaw`ALTER TABLE incident_log DISABLE TRIGGER USER`;
  await db().$executeRaw`ALTER TABLE audit_entries DISABLE TRIGGER USER`;
}

/** Takes everything away but what a new database has. Deleting is quicker than TRUNCATE while there is little. */
export async function emptyBoard(): Promise<void> {
  await db().$executeRaw`DO $$ BEGIN
    DELETE FROM flash_receipts; DELETE FROM flash; DELETE FROM bonfires; DELETE FROM unit_status_history; DELETE FROM units;
    DELETE FROM status_codes; DELETE FROM incident_log; DELETE FROM incidents; DELETE FROM audit_entries; DELETE FROM outbox_events;
    DELETE FROM users WHERE id <> 'watchroom';
  END $$`;
}

let made = 0;

type Times<Row, Keys extends keyof Row> = Omit<Partial<Row>, Keys> & Record<Keys, string>;
const at = (time: string) => new Date(time);

/** An incident as it lies in the database; times in ISO 8601. Gives its id. */
export async function addIncident({ createdAt, activeAt, ...rest }: Times<Prisma.IncidentUncheckedCreateInput, 'createdAt'> & { activeAt?: string }): Promise<string> {
  const ordinal = (made += 1);
  const times = { createdAt: at(createdAt), updatedAt: at(createdAt), statusSince: at(createdAt), activeAt: activeAt ? at(activeAt) : null };
  const data = { id: `i${ordinal}`, year: 2026, ordinal, title: `Call ${ordinal}`, type: 'fire', priority: 'P2', status: 'active', source: 'call', search: '' };
  const { id } = await db().incident.create({ data: { ...data, ...times, ...rest }, select: { id: true } });
  return id;
}

/** An entry in an incident's log. */
export async function addEntry(incidentId: string, recordedAt: string, rest: Partial<Prisma.IncidentLogEntryUncheckedCreateInput> = {}): Promise<void> {
  const seq = (made += 1);
  const data = { id: `e${seq}`, seq, kind: 'utterance', phase: 'active', speakerRole: 'dispatcher', speakerLabel: 'Somebody', text: 'x', source: 'test' };
  await db().incidentLogEntry.create({ data: { ...data, incidentId, occurredAt: at(recordedAt), recordedAt: at(recordedAt), ...rest } });
}

/** A unit in a state since a time. Its id is its call sign. */
export async function addUnit(callSign: string, state: string, statusSince: string, rest: Partial<Prisma.UnitUncheckedCreateInput> = {}): Promise<void> {
  const data = { id: callSign, callSign, name: callSign, kind: 'pumper', station: 'Nord', code: '6', state };
  await db().unit.create({ data: { ...data, statusSince: at(statusSince), ...rest } });
}

/** What a unit was, in the order given: pairs of time and state. */
export async function addPast(unitId: string, ...steps: readonly (readonly [string, string])[]): Promise<void> {
  await db().unitStatusHistory.createMany({ data: steps.map(([time, state]) => ({ unitId, code: '?', state, at: at(time), actorName: 'Somebody' })) });
}

/** An account with a password of its own. Its id is its name. */
export async function addUser(name: string, role: string, rest: Partial<Prisma.UserUncheckedCreateInput> = {}): Promise<void> {
  await db().user.create({ data: { id: name, email: `${name}@example.com`, name, role, passwordHash: 'some hash', ...rest } });
}

/** A message that was sent; `acks`: each recipient's id, role and time of acknowledgement. */
export async function addFlash(
  title: string,
  sentAt: string,
  rest: Partial<Prisma.FlashUncheckedCreateInput>,
  acks: readonly (readonly [string, string, string | null])[] = [],
): Promise<void> {
  const id = `f${(made += 1)}`;
  const data = { id, level: 'warning', title, body: '', audience: ['dispatcher'], requiresAck: true, sound: false, status: 'live', createdById: 'watchroom' };
  await db().flash.create({ data: { ...data, startsAt: at(sentAt), createdAt: at(sentAt), sentAt: at(sentAt), ...rest } });
  await db().flashReceipt.createMany({ data: acks.map(([userId, role, ackedAt]) => ({ flashId: id, userId, role, ackedAt: ackedAt === null ? null : at(ackedAt) })) });
}

/** An audit entry. */
export async function addAudit(time: string, category: string, rest: Partial<Prisma.AuditEntryUncheckedCreateInput> = {}): Promise<void> {
  await db().auditEntry.create({ data: { at: at(time), actorName: 'Somebody', category, action: category, outcome: 'success', summary: 'x', ...rest } });
}
