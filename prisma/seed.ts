import { hashPassword } from '@/lib/server/auth/password';
import { closeDb, db } from '@/lib/server/db/client';
import { startsSimulating } from '@/lib/server/env';
import { reopenDemoAccounts } from '@/lib/server/services/users/demo-accounts';
import { SIMULATOR_KEY } from '@/lib/server/services/simulator/switch';
import { makeHistory } from './seed-history';
import { makeLive } from './seed-live';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';
import { DEMO_PASSWORD, DEMO_USERS, SIMULATOR_USER } from './seed-data';

/**
 * Fills the database of a demonstration: the demo accounts, units, thirty days of past and, with DEMO_SIMULATOR=1, what is under way. Run again it changes nothing
 * that is there. What every board begins with comes with the migrations. Run by `npm start` with DEMO=1; on its own:
 * `node --conditions=react-server --import tsx prisma/seed.ts`.
 */
async function seed(): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db().user.createMany({
    data: DEMO_USERS.map((user) => ({ id: crypto.randomUUID(), passwordHash, updatedAt: new Date(), ...user })),
    skipDuplicates: true,
  });
  const now = new Date();
  await db().user.createMany({
    data: [{ id: crypto.randomUUID(), passwordHash: 'none', updatedAt: now, disabledAt: now, ...SIMULATOR_USER }],
    skipDuplicates: true,
  });
  await reopenDemoAccounts();
  await seedUnits();
  await seedHistory();
  if (process.env.DEMO_SIMULATOR === '0') await db().setting.updateMany({ where: { key: SIMULATOR_KEY }, data: { value: { on: false } } });
}

async function seedUnits(): Promise<void> {
  if ((await db().unit.count()) > 0) return;
  const statusSince = new Date();
  const data = DEMO_STATIONS.flatMap(({ name: station, lat, lng, units }) =>
    units.map(([callSign, name, kind]) => ({ id: crypto.randomUUID(), callSign, name, kind, station, code: '6', state: 'available_station', statusSince, lat, lng })),
  );
  await db().unit.createMany({ data });
}

async function seedHistory(): Promise<void> {
  if ((await db().incident.count()) > 0) return;
  const units = await db().unit.findMany({ orderBy: { callSign: 'asc' }, select: { id: true, station: true, callSign: true } });
  const byStation = new Map<string, string[]>();
  for (const { id, station } of units) byStation.set(station, [...(byStation.get(station) ?? []), id]);
  const now = new Date();
  const history = makeHistory(now, byStation);
  const live = startsSimulating() ? makeLive(now, new Map(units.map(({ callSign, id }) => [callSign, id]))) : null;
  const last = new Map<number, number>();
  const incidents = [...history.incidents, ...(live?.incidents ?? [])].map((incident) => {
    const year = incident.createdAt.getUTCFullYear();
    const ordinal = (last.get(year) ?? 0) + 1;
    last.set(year, ordinal);
    return { ...incident, year, ordinal };
  });
  await db().$transaction([
    db().incident.createMany({ data: incidents }),
    db().incidentCounter.createMany({ data: [...last].map(([year, ordinal]) => ({ year, last: ordinal })) }),
    db().incidentLogEntry.createMany({ data: [...history.entries, ...(live?.entries ?? [])] }),
    db().unitStatusHistory.createMany({ data: [...history.statuses, ...(live?.statuses ?? [])] }),
    db().bonfire.createMany({ data: history.bonfires }),
    ...(live?.units ?? []).map(({ id, data }) => db().unit.update({ where: { id }, data })),
    ...(live ? [db().setting.upsert({ where: { key: SIMULATOR_KEY }, create: { key: SIMULATOR_KEY, value: { on: true } }, update: { value: { on: true } } })] : []),
  ]);
}

seed()
  .catch((error: unknown) => {
    console.error(`The database could not be filled: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exitCode = 1;
  })
  .finally(closeDb);
