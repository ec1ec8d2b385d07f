import { hashPassword } from '@/lib/server/auth/password';
import { closeDb, db } from '@/lib/server/db/client';
import { isDemo } from '@/lib/server/env';
import { makeHistory } from './seed-history';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';
import { STARTER_CODES } from './seed-units';
import { DEMO_PASSWORD, DEMO_USERS, SIMULATOR_USER, STARTER_TEMPLATES } from './seed-data';

/**
 * Fills a new database: the starter templates and status codes, and with DEMO=1 the demo accounts, units
 * and thirty days of past. Run again it changes nothing
 * that is there. Run by `npm start`; on its own: `node --conditions=react-server --import tsx prisma/seed.ts`.
 */
async function seed(): Promise<void> {
  const templates = await db().flashTemplate.count();
  if (templates === 0) {
    await db().flashTemplate.createMany({ data: STARTER_TEMPLATES.map((template) => ({ id: crypto.randomUUID(), ...template })) });
  }
  // A list of the agency's own has taken their place once it is changed; a code that was removed must not come back.
  if ((await db().statusCode.count()) === 0) await db().statusCode.createMany({ data: STARTER_CODES.map((code, position) => ({ ...code, position })) });
  if (!isDemo()) return;
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
  await seedUnits();
  await seedHistory();
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
  const units = await db().unit.findMany({ orderBy: { callSign: 'asc' }, select: { id: true, station: true } });
  const byStation = new Map<string, string[]>();
  for (const { id, station } of units) byStation.set(station, [...(byStation.get(station) ?? []), id]);
  const history = makeHistory(new Date(), byStation);
  const last = new Map<number, number>();
  const incidents = history.incidents.map((incident) => {
    const year = incident.createdAt.getUTCFullYear();
    const ordinal = (last.get(year) ?? 0) + 1;
    last.set(year, ordinal);
    return { ...incident, year, ordinal };
  });
  await db().$transaction([
    db().incident.createMany({ data: incidents }),
    db().incidentCounter.createMany({ data: [...last].map(([year, ordinal]) => ({ year, last: ordinal })) }),
    db().incidentLogEntry.createMany({ data: history.entries }),
    db().unitStatusHistory.createMany({ data: history.statuses }),
    db().bonfire.createMany({ data: history.bonfires }),
  ]);
}

seed()
  .catch((error: unknown) => {
    console.error(`The database could not be filled: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exitCode = 1;
  })
  .finally(closeDb);
