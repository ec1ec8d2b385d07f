import type { Context } from '@/lib/server/context';
import { roleSchema } from '@/lib/protocol/permissions';
import { DEMO_USERS } from '@/prisma/seed-data';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';

/** Somebody of the demo accounts as a service's caller, by the part of the address before the @; made on first use. */
export async function contextOf(name: string): Promise<Context> {
  const { db } = await import('@/lib/server/db/client');
  const user = DEMO_USERS.find(({ email }) => email === `${name}@example.org`);
  if (!user) throw new Error(`There is no demo account ${name}.`);
  const id = `test-${name}`;
  await db().user.createMany({ data: [{ ...user, id, passwordHash: 'none', updatedAt: new Date() }], skipDuplicates: true });
  return { actor: { id, name: user.name, email: user.email, role: roleSchema.parse(user.role) }, ip: null, userAgent: null };
}

/** The demo units; gives the unit's id by call sign. Run again, every unit is at its station and free. */
export async function fillUnits(): Promise<(callSign: string) => string> {
  const { db } = await import('@/lib/server/db/client');
  const free = { code: '6', state: 'available_station', incidentId: null, assignedAt: null, note: null, mutedUntil: null };
  const data = DEMO_STATIONS.flatMap(({ name: station, units }) =>
    units.map(([callSign, name, kind]) => ({ id: `unit-${callSign}`, callSign, name, kind, station, statusSince: new Date(), ...free })),
  );
  await db().unit.createMany({ data, skipDuplicates: true });
  await db().unit.updateMany({ data: { ...free, statusSince: new Date(), ackById: null, ackAt: null, ackLevel: null } });
  return (callSign) => `unit-${callSign}`;
}

/** What was recorded of one thing: its audit entries and the events whose payload names it, in order. */
export async function recordsOf(targetId: string) {
  const { db } = await import('@/lib/server/db/client');
  const audit = await db().auditEntry.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
  const events = await db().outboxEvent.findMany({ where: { json: { contains: targetId } }, orderBy: { id: 'asc' }, select: { eventId: true, type: true, json: true } });
  return { audit, events };
}
