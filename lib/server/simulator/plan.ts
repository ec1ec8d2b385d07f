import 'server-only';
import { pickFrom } from '@/lib/core/seeded-random';
import type { Incident } from '@/lib/protocol/incident';
import { isAssignable } from '@/lib/protocol/unit-edges';
import type { Unit, UnitState } from '@/lib/protocol/unit';
import { DEMO_CALLERS, DEMO_CALLS, DEMO_STREETS, type DemoCall } from './demo-calls';
import { DEMO_STATIONS } from './demo-region';

/** What the simulator knows of the board. `now`: milliseconds since the epoch. */
export interface SimulatedWorld {
  readonly now: number;
  /** Open incidents that the simulator made. */
  readonly incidents: readonly Incident[];
  readonly units: readonly Unit[];
}

/** One thing that the simulator does, as people would. */
export type SimulatedMove =
  | { readonly act: 'call'; readonly call: DemoCall; readonly address: string; readonly lat: number; readonly lng: number; readonly reporter: string }
  | { readonly act: 'assign'; readonly unitId: string; readonly incidentId: string }
  | { readonly act: 'status'; readonly unitId: string; readonly state: UnitState }
  | { readonly act: 'say'; readonly incidentId: string; readonly text: string; readonly callSign: string }
  | { readonly act: 'transition'; readonly incident: Incident; readonly action: 'stabilize' | 'complete' | 'close' };

const MOST_OPEN = 4;
const CALL_CHANCE = 0.2;
const TALK_CHANCE = 0.5;

/** Seconds that a unit stays in a state before it goes on, and the one that it then goes to. */
const UNIT_STEPS: Readonly<Partial<Record<UnitState, { readonly afterS: number; readonly to: UnitState }>>> = {
  alerted: { afterS: 8, to: 'en_route' },
  en_route: { afterS: 35, to: 'on_scene' },
  available_mobile: { afterS: 30, to: 'available_station' },
};

/** Seconds that an incident stays in a status before it goes on. */
const INCIDENT_STEPS: Readonly<Partial<Record<Incident['status'], { readonly afterS: number; readonly action: 'stabilize' | 'complete' | 'close' }>>> = {
  active: { afterS: 120, action: 'stabilize' },
  stable: { afterS: 60, action: 'complete' },
  completed: { afterS: 30, action: 'close' },
};
const ASSIGN_AFTER_S = 6;

/** What happens next: pure, so that the same world and the same draws give the same moves. `random` draws from [0, 1). */
export function planMoves(world: SimulatedWorld, random: () => number): SimulatedMove[] {
  const { incidents, units, now } = world;
  const ageS = (since: string) => (now - Date.parse(since)) / 1_000;
  const moves: SimulatedMove[] = [];
  // There is always something to see.
  if (incidents.length === 0 || (incidents.length < MOST_OPEN && random() < CALL_CHANCE)) moves.push(newCall(random));
  const free = new Set(units.filter((unit) => unit.incidentId === null && isAssignable(unit.state)));
  for (const incident of incidents) {
    const crew = units.filter((unit) => unit.incidentId === incident.id);
    if (incident.status === 'new' && ageS(incident.createdAt) >= ASSIGN_AFTER_S) {
      for (const unit of nearest(incident, [...free]).slice(0, callOf(incident)?.units ?? 1)) {
        free.delete(unit);
        moves.push({ act: 'assign', unitId: unit.id, incidentId: incident.id });
      }
      continue;
    }
    for (const unit of crew) {
      const step = UNIT_STEPS[unit.state];
      if (step && ageS(unit.statusSince) >= step.afterS * (0.7 + 0.6 * random())) moves.push({ act: 'status', unitId: unit.id, state: step.to });
    }
    const speaker = crew.find((unit) => unit.state === 'on_scene');
    const talk = callOf(incident)?.talk ?? [];
    if (speaker && incident.status === 'active' && talk.length > 0 && random() < TALK_CHANCE) {
      moves.push({ act: 'say', incidentId: incident.id, text: pickFrom(random, talk), callSign: speaker.callSign });
    }
    const step = INCIDENT_STEPS[incident.status];
    if (step && ageS(incident.statusSince) >= step.afterS) moves.push({ act: 'transition', incident, action: step.action });
  }
  for (const unit of units) {
    const step = unit.incidentId === null ? UNIT_STEPS[unit.state] : undefined;
    if (step && unit.state === 'available_mobile' && ageS(unit.statusSince) >= step.afterS) moves.push({ act: 'status', unitId: unit.id, state: step.to });
  }
  return moves;
}

function newCall(random: () => number): SimulatedMove {
  const { name, lat, lng } = pickFrom(random, DEMO_STATIONS);
  return {
    act: 'call',
    call: pickFrom(random, DEMO_CALLS),
    address: `${pickFrom(random, DEMO_STREETS)} ${Math.ceil(random() * 90)}, ${name}`,
    lat: lat + (random() - 0.5) * 0.12,
    lng: lng + (random() - 0.5) * 0.2,
    reporter: pickFrom(random, DEMO_CALLERS),
  };
}

function callOf({ title }: Incident): DemoCall | undefined {
  return DEMO_CALLS.find((call) => call.title === title);
}

function nearest({ location }: Incident, units: readonly Unit[]): Unit[] {
  const distance = ({ position }: Unit) => {
    if (!position || location?.lat === null || location?.lat === undefined || location.lng === null) return Number.MAX_VALUE;
    return Math.hypot(position.lat - location.lat, (position.lng - location.lng) / 2);
  };
  return [...units].sort((a, b) => distance(a) - distance(b));
}
