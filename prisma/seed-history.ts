import { pickFrom, seededRandom } from '@/lib/core/seeded-random';
import { searchText } from '@/lib/protocol/incident-search';
import type { Prisma } from '@/lib/server/db/client';
import { DEMO_CALLERS, DEMO_CALLS, DEMO_STREETS } from '@/lib/server/simulator/demo-calls';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';

const DAYS = 30;
const CALLS_A_DAY = 8;
const BONFIRES_A_DAY = 3;
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Thirty days of a region's past, ready for the database. Numbers are given when it is stored. */
export interface History {
  readonly incidents: (Omit<Prisma.IncidentCreateManyInput, 'year' | 'ordinal'> & { createdAt: Date })[];
  readonly entries: Prisma.IncidentLogEntryCreateManyInput[];
  readonly statuses: Prisma.UnitStatusHistoryCreateManyInput[];
  readonly bonfires: Prisma.BonfireCreateManyInput[];
}

/** Makes the past that ends at `now`; the same seed makes the same one. `unitIds`: the units that took part, by station. */
export function makeHistory(now: Date, unitIds: ReadonlyMap<string, readonly string[]>, seed = 112): History {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const history: History = { incidents: [], entries: [], statuses: [], bonfires: [] };
  const id = () => Array.from({ length: 4 }, () => Math.floor(random() * 0x1_0000_0000).toString(16).padStart(8, '0')).join('-');
  const nearStation = () => {
    const { name, lat, lng } = pickFrom(random, DEMO_STATIONS);
    const address = `${pickFrom(random, DEMO_STREETS)} ${Math.ceil(random() * 90)}, ${name}`;
    return { station: name, address, lat: lat + between(-0.06, 0.06), lng: lng + between(-0.1, 0.1) };
  };
  for (let day = DAYS; day >= 1; day -= 1) {
    const midnight = now.getTime() - day * DAY_MS;
    for (let call = 0; call < CALLS_A_DAY; call += 1) addIncident(new Date(midnight + between(0, DAY_MS * 0.9)));
    for (let fire = 0; fire < BONFIRES_A_DAY; fire += 1) addBonfire(new Date(midnight + between(9, 18) * 60 * MINUTE_MS));
  }
  history.incidents.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return history;

  function addIncident(createdAt: Date): void {
    const { title, type, priority, units, talk } = pickFrom(random, DEMO_CALLS);
    const { station, ...place } = nearStation();
    const incidentId = id();
    const later = (minutes: number, from: Date) => new Date(from.getTime() + minutes * MINUTE_MS);
    const activeAt = later(between(0.4, 2.5), createdAt);
    const onSceneAt = later(between(4, 16), activeAt);
    const stableAt = later(between(8, 40), onSceneAt);
    const completedAt = later(between(5, 40), stableAt);
    const closedAt = later(between(3, 30), completedAt);
    const lines: [Date, string, string, string][] = [[createdAt, 'new', 'system', `Came in as ${priority} ${type}: ${title}`]];
    lines.push([activeAt, 'active', 'status', 'Accepted: new → active']);
    talk.forEach((text, index) => lines.push([later(index * 4, onSceneAt), 'active', 'utterance', text]));
    lines.sort((a, b) => a[0].getTime() - b[0].getTime());
    lines.push([stableAt > (lines.at(-1)?.[0] ?? stableAt) ? stableAt : (lines.at(-1)?.[0] ?? stableAt), 'stable', 'status', 'Stabilised: active → stable']);
    lines.push([completedAt, 'completed', 'status', 'Completed, resolved: stable → completed'], [closedAt, 'closed', 'status', 'Closed: completed → closed']);
    history.incidents.push({
      id: incidentId,
      version: 5,
      title,
      type,
      priority,
      status: 'closed',
      statusBefore: 'completed',
      statusSince: closedAt,
      disposition: 'resolved',
      ...place,
      reporter: pickFrom(random, DEMO_CALLERS),
      source: 'call',
      createdAt,
      updatedAt: closedAt,
      activeAt,
      stableAt,
      completedAt,
      closedAt,
      logSeq: lines.length,
      search: searchText({ title, location: place }),
    });
    const crew = (unitIds.get(station) ?? []).slice(0, units);
    lines.forEach(([at, phase, kind, text], index) => {
      history.entries.push({
        id: id(),
        incidentId,
        seq: index + 1,
        kind,
        phase,
        speakerRole: kind === 'utterance' ? 'unit' : kind === 'status' ? 'dispatcher' : 'system',
        speakerLabel: kind === 'utterance' ? station : kind === 'status' ? 'Ingrid Bakken' : 'Watchroom',
        text,
        occurredAt: at,
        recordedAt: at,
        source: 'seed',
      });
    });
    const codes: [string, string, Date][] = [['A', 'alerted', activeAt], ['1', 'en_route', later(between(1, 3), activeAt)], ['2', 'on_scene', onSceneAt], ['5', 'available_mobile', completedAt], ['6', 'available_station', closedAt]];
    for (const unitId of crew) {
      for (const [code, state, at] of codes) history.statuses.push({ unitId, code, state, at, incidentId, actorName: 'Ingrid Bakken' });
    }
  }

  function addBonfire(startsAt: Date): void {
    const { station, ...place } = nearStation();
    const endsAt = new Date(startsAt.getTime() + between(2, 6) * 60 * MINUTE_MS);
    const name = pickFrom(random, DEMO_CALLERS);
    history.bonfires.push({
      id: id(),
      version: 4,
      status: 'closed',
      statusSince: endsAt,
      name,
      phone: `+47 9${Math.floor(between(1_000_000, 9_999_999))}`,
      ...place,
      municipality: station,
      startsAt,
      endsAt,
      material: pickFrom(random, ['Twigs and branches', 'Garden waste', 'Untreated wood', 'Midsummer fire']),
      extent: pickFrom(random, ['2 by 2 metres', '3 by 3 metres', 'One small heap']),
      extinguishing: 'Garden hose and two buckets',
      responsible: name,
      landownerConsent: true,
      source: random() < 0.7 ? 'public' : 'dispatcher',
      createdAt: new Date(startsAt.getTime() - between(1, 20) * 60 * MINUTE_MS),
    });
  }
}
