import { searchText } from '@/lib/protocol/incident-search';
import type { UnitState } from '@/lib/protocol/unit';
import type { Prisma } from '@/lib/server/db/client';
import { DEMO_CALLS } from '@/lib/server/simulator/demo-calls';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';

/** A unit on its way to a call: what it does, and since how many seconds. */
interface Rolling {
  readonly callSign: string;
  readonly code: string;
  readonly state: UnitState;
  readonly forS: number;
}

interface Scene {
  /** Title of one of the demo calls, which says the rest. */
  readonly title: string;
  readonly station: string;
  readonly street: string;
  readonly reporter: string;
  /** How many seconds ago it came in, and was accepted; null while nobody has. */
  readonly cameS: number;
  readonly acceptedS: number | null;
  readonly crew: readonly Rolling[];
}

/** What is under way when a demonstration opens. The simulator goes on from here. */
const SCENES: readonly Scene[] = [
  {
    title: 'Smoke from a flat, third floor', station: 'Hamar', street: 'Strandgata 14', reporter: 'Siri Haug', cameS: 95, acceptedS: 75,
    crew: [{ callSign: 'H11', code: '2', state: 'on_scene', forS: 30 }, { callSign: 'H21', code: '2', state: 'on_scene', forS: 18 }, { callSign: 'H01', code: '1', state: 'en_route', forS: 20 }],
  },
  {
    title: 'Two cars, one person trapped', station: 'Gjøvik', street: 'Industrivegen 40', reporter: 'A passer-by', cameS: 50, acceptedS: 35,
    crew: [{ callSign: 'G11', code: '1', state: 'en_route', forS: 22 }, { callSign: 'G21', code: '1', state: 'en_route', forS: 14 }, { callSign: 'R11', code: 'A', state: 'alerted', forS: 5 }],
  },
  { title: 'Water in a cellar', station: 'Lillehammer', street: 'Kirkegata 7', reporter: 'Per Dahl', cameS: 4, acceptedS: null, crew: [] },
];

/** What is under way, ready for the database. Numbers are given when it is stored. */
export interface Live {
  readonly incidents: (Omit<Prisma.IncidentCreateManyInput, 'year' | 'ordinal'> & { createdAt: Date })[];
  readonly entries: Prisma.IncidentLogEntryCreateManyInput[];
  readonly statuses: Prisma.UnitStatusHistoryCreateManyInput[];
  readonly units: { readonly id: string; readonly data: Prisma.UnitUncheckedUpdateInput }[];
}

/** Makes what is under way at `now`. `unitIds`: the demo units by call sign; one that is not there stays out of it. */
export function makeLive(now: Date, unitIds: ReadonlyMap<string, string>, newId: () => string = () => crypto.randomUUID()): Live {
  const live: Live = { incidents: [], entries: [], statuses: [], units: [] };
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  for (const scene of SCENES) {
    const call = DEMO_CALLS.find(({ title }) => title === scene.title);
    const station = DEMO_STATIONS.find(({ name }) => name === scene.station);
    if (!call || !station) throw new Error(`The demo scene "${scene.title}" names a call or a station that does not exist.`);
    const incidentId = newId();
    const createdAt = ago(scene.cameS);
    const activeAt = scene.acceptedS === null ? null : ago(scene.acceptedS);
    const lines: Omit<Prisma.IncidentLogEntryCreateManyInput, 'id' | 'incidentId' | 'seq' | 'recordedAt' | 'source'>[] = [
      { kind: 'system', phase: 'new', speakerRole: 'system', speakerLabel: 'Watchroom', text: `Came in as ${call.priority} ${call.type}: ${call.title}`, occurredAt: createdAt },
    ];
    if (activeAt) lines.push({ kind: 'status', phase: 'active', speakerRole: 'dispatcher', speakerLabel: 'Simulator', text: 'new → active (accept)', occurredAt: activeAt });
    for (const { callSign, code, state, forS } of scene.crew) {
      const unitId = unitIds.get(callSign);
      if (!unitId || !activeAt) continue;
      lines.push({ kind: 'assignment', phase: 'active', speakerRole: 'dispatcher', speakerLabel: 'Simulator', text: `${callSign} assigned`, occurredAt: activeAt });
      live.statuses.push({ unitId, code, state, at: ago(forS), incidentId, actorName: 'Simulator' });
      live.units.push({ id: unitId, data: { code, state, statusSince: ago(forS), incidentId, assignedAt: activeAt, version: { increment: 1 } } });
    }
    scene.crew.filter(({ state }) => state === 'on_scene').forEach(({ callSign, forS }, index) => {
      lines.push({ kind: 'utterance', phase: 'active', speakerRole: 'unit', speakerLabel: callSign, text: call.talk[index] ?? 'On scene', occurredAt: ago(forS - 8) });
    });
    const place = { address: `${scene.street}, ${scene.station}`, lat: station.lat + 0.012, lng: station.lng - 0.021 };
    const [title, since] = [call.title, activeAt ?? createdAt];
    live.incidents.push({
      id: incidentId, version: activeAt ? 2 : 1, title, type: call.type, priority: call.priority, status: activeAt ? 'active' : 'new', statusSince: since, ...place, reporter: scene.reporter,
      source: 'simulator', createdAt, updatedAt: since, activeAt, logSeq: lines.length, search: searchText({ title, location: place }),
    });
    live.entries.push(...lines.map((line, index) => ({ ...line, id: newId(), incidentId, seq: index + 1, recordedAt: line.occurredAt, source: 'seed' })));
  }
  return live;
}
