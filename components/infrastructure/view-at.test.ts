import { describe, expect, it } from 'vitest';
import { buildInfrastructurePayload } from '@/lib/protocol/infrastructure';
import { aService } from './testing';
import { viewAt } from './view-at';

const CHECKED = Date.parse('2026-11-21T12:00:00.000Z');
const payload = buildInfrastructurePayload([aService('Database'), aService('Machine', { interval_ms: 10_000 })], new Date(CHECKED), new Date(CHECKED));
const statesAt = (afterMs: number, isAsking = false) => viewAt(payload, CHECKED + afterMs, isAsking).services.map(({ state }) => state);

describe('what is shown of a payload as it grows old', () => {
  it('turns to unknown after three intervals of each service, though nothing new comes', () => {
    expect(statesAt(5_999)).toEqual(['up', 'up']);
    expect(statesAt(6_000)).toEqual(['unknown', 'up']);
    expect(statesAt(30_000)).toEqual(['unknown', 'unknown']);
    expect(viewAt(payload, CHECKED + 30_000, false).status).toBe('unknown');
  });

  it('stands until the next answer is due while the page asks every ten seconds and is answered', () => {
    expect(statesAt(15_999, true)).toEqual(['up', 'up']);
    expect(statesAt(16_000, true)).toEqual(['unknown', 'up']);
  });

  it('is as the server made it before the page is alive', () => {
    expect(viewAt(payload, null, false)).toBe(payload);
  });
});
