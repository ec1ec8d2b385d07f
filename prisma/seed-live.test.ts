import { describe, expect, it } from 'vitest';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';
import { makeLive } from './seed-live';

const NOW = new Date('2026-11-28T12:00:00Z');
const units = new Map<string, string>(DEMO_STATIONS.flatMap(({ units: own }) => own.map(([callSign]) => [callSign, `id-${callSign}`] as const)));
const ageS = (at: unknown) => (NOW.getTime() - (at as Date).getTime()) / 1_000;

describe('what is under way when a demonstration opens (X3)', () => {
  const live = makeLive(NOW, units);

  it('is a few incidents of the simulator, one of them not accepted yet, with units on their way and on scene', () => {
    expect(live.incidents.map(({ status, source }) => `${status} ${source}`)).toEqual(['active simulator', 'active simulator', 'new simulator']);
    expect(live.units.map(({ data }) => data.state).sort()).toEqual(['alerted', 'en_route', 'en_route', 'en_route', 'on_scene', 'on_scene']);
    expect(new Set(live.units.map(({ id }) => id)).size).toBe(6);
    expect(live.units.every(({ id }) => [...units.values()].includes(id))).toBe(true);
  });

  it('lies in the last two minutes, so that the simulator has more to do than to end it', () => {
    for (const { createdAt, activeAt } of live.incidents) {
      expect(ageS(createdAt)).toBeLessThan(120);
      if (activeAt) expect(ageS(activeAt)).toBeLessThan(90);
    }
  });

  it('has logs that count from one without a gap, none of them from the future', () => {
    for (const { id, logSeq } of live.incidents) {
      const entries = live.entries.filter(({ incidentId }) => incidentId === id);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: logSeq ?? 0 }, (_, index) => index + 1));
      for (const { occurredAt } of entries) expect(ageS(occurredAt)).toBeGreaterThanOrEqual(0);
    }
  });

  it('goes without units that are not there', () => {
    expect(makeLive(NOW, new Map()).units).toEqual([]);
    expect(makeLive(NOW, new Map()).incidents).toHaveLength(3);
  });
});
