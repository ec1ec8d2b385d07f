import { describe, expect, it } from 'vitest';
import { makeHistory } from './seed-history';
import { DEMO_STATIONS } from '@/lib/server/simulator/demo-region';

const NOW = new Date('2026-11-21T12:00:00Z');
const units = new Map(DEMO_STATIONS.map(({ name, units: own }) => [name, own.map(([callSign]) => callSign)]));

describe('the past of the demonstration', () => {
  const history = makeHistory(NOW, units);

  it('is the same for the same moment', () => {
    expect(makeHistory(NOW, units)).toEqual(history);
  });

  it('lies in the last thirty days, each thing after what it followed', () => {
    expect(history.incidents.length).toBeGreaterThan(200);
    for (const { createdAt, activeAt, stableAt, completedAt, closedAt } of history.incidents) {
      const times = [createdAt, activeAt, stableAt, completedAt, closedAt].map((time) => (time as Date).getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(times[0]).toBeGreaterThan(NOW.getTime() - 31 * 86_400_000);
      expect(times.at(-1)).toBeLessThan(NOW.getTime());
    }
  });

  it('has logs that count from one without a gap, in the order of time', () => {
    for (const incident of history.incidents) {
      const entries = history.entries.filter(({ incidentId }) => incidentId === incident.id);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      expect(entries).toHaveLength(incident.logSeq ?? 0);
    }
  });
});
