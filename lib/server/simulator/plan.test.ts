import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aUnit } from '@/components/units/testing';
import { seededRandom } from '@/lib/core/seeded-random';
import type { Incident } from '@/lib/protocol/incident';
import type { Unit } from '@/lib/protocol/unit';
import { DEMO_CALLS } from './demo-calls';
import { planMoves, type SimulatedWorld } from './plan';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString();
const call = DEMO_CALLS[0];
const incident = (patch: Partial<Incident> = {}) =>
  anIncident('i1', { title: call?.title ?? '', type: 'fire', priority: 'P1', location: { address: 'Storgata 1', lat: 61, lng: 10.5 }, source: 'simulator', createdAt: ago(60), statusSince: ago(60), ...patch });
const unit = (id: string, patch: Partial<Unit> = {}) => aUnit(id, { id, statusSince: ago(600), position: { lat: 61, lng: 10.5 }, ...patch });
/** An incident in which nothing happens. */
const quiet = incident({ id: 'quiet', status: 'paused' });
const world = (patch: Partial<SimulatedWorld>): SimulatedWorld => ({ now: NOW, incidents: [], units: [], ...patch });
/** Draws that let nothing happen by chance. */
const never = () => 0.99;

describe('the simulator', () => {
  it('sends the nearest free units to a call, each once', () => {
    const far = unit('far', { position: { lat: 65, lng: 15 } });
    const units = [far, unit('a'), unit('b'), unit('c'), unit('busy', { incidentId: 'other', state: 'on_scene' })];
    const moves = planMoves(world({ incidents: [incident(), incident({ id: 'i2' })], units }), never);
    expect(moves).toEqual([
      { act: 'assign', unitId: 'a', incidentId: 'i1' },
      { act: 'assign', unitId: 'b', incidentId: 'i1' },
      { act: 'assign', unitId: 'c', incidentId: 'i1' },
      { act: 'assign', unitId: 'far', incidentId: 'i2' },
    ]);
  });

  it('lets units roll, arrive and go home in their time', () => {
    const crew = (state: Unit['state'], seconds: number) => unit('a', { incidentId: 'i1', state, statusSince: ago(seconds) });
    const next = (one: Unit) => planMoves(world({ incidents: [incident({ status: 'active', statusSince: ago(1) })], units: [one] }), never);
    expect(next(crew('alerted', 2))).toEqual([]);
    expect(next(crew('alerted', 20))).toEqual([{ act: 'status', unitId: 'a', state: 'en_route' }]);
    expect(next(crew('en_route', 60))).toEqual([{ act: 'status', unitId: 'a', state: 'on_scene' }]);
    expect(next(unit('a', { state: 'available_mobile' }))).toEqual([{ act: 'status', unitId: 'a', state: 'available_station' }]);
  });

  it('brings an incident to its end', () => {
    const next = (status: Incident['status']) => planMoves(world({ incidents: [incident({ status, statusSince: ago(300) })] }), never).map((move) => ('action' in move ? move.action : move.act));
    expect(['active', 'stable', 'completed'].map((status) => next(status as Incident['status']))).toEqual([['stabilize'], ['complete'], ['close']]);
  });

  it('takes the next call at once when nothing is open', () => {
    expect(planMoves(world({}), never)).toMatchObject([{ act: 'call' }]);
    expect(planMoves(world({ incidents: [quiet] }), never)).toEqual([]);
  });

  it('never has more calls open than a small room can follow', () => {
    const random = seededRandom(7);
    const incidents = Array.from({ length: 4 }, (_, index) => incident({ id: `i${index}`, status: 'paused' }));
    for (let round = 0; round < 200; round += 1) expect(planMoves(world({ incidents }), random)).toEqual([]);
    const calls = Array.from({ length: 200 }, () => planMoves(world({ incidents: [quiet] }), random)).flat();
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.every(({ act }) => act === 'call')).toBe(true);
  });
});
