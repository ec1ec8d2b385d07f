import { describe, expect, it } from 'vitest';
import { initialConnection, type ConnectionState } from '@/stores/connection';
import { connectionWords } from './connection-words';

const since = new Date(2026, 10, 20, 14, 2, 5).getTime();
const base: ConnectionState = { ...initialConnection, since, instanceId: 'a1' };

const shown = (patch: Partial<ConnectionState>, elapsedMs = 3_000) => {
  const { word, figure, shape } = connectionWords({ ...base, ...patch }, since + elapsedMs);
  return `${shape} ${word} ${figure}`.trim();
};

describe('the connection in words', () => {
  it.each([
    ['live with its latency', { status: 'connected', latencyMs: 41.6 }, 'disc live 42 ms'],
    ['live before the first event', { status: 'connected' }, 'disc live'],
    ['reconnecting, for how long', { status: 'reconnecting' }, 'half reconnecting 3 s'],
    ['polling, how often', { status: 'polling', lastPolledAt: since + 1_000 }, 'diamond polling every 5 s'],
    ['reconnecting while the first poll is out', { status: 'polling' }, 'half reconnecting 3 s'],
    ['reconnecting while only an earlier outage was polled', { status: 'polling', lastPolledAt: since - 60_000 }, 'half reconnecting 3 s'],
    ['connecting while the first poll of a page is out', { status: 'polling', instanceId: null }, 'half connecting'],
    ['offline, since when', { status: 'disconnected' }, 'ring offline since 14:02'],
    ['degraded although connected when the server lost its log', { status: 'connected', upstream: 'lost' }, 'triangle degraded'],
    ['connecting before anything is known', { since: 0 }, 'half connecting'],
    ['connecting while the first attempt runs', { status: 'reconnecting', instanceId: null }, 'half connecting'],
    ['reconnecting once that has failed', { status: 'reconnecting', instanceId: null, attempts: 1 }, 'half reconnecting 3 s'],
  ] as const)('says %s', (_sentence, patch, expected) => {
    expect(shown(patch)).toBe(expected);
  });

  it('says when it tries again, and that news still comes', () => {
    const next = connectionWords({ ...base, status: 'polling', lastPolledAt: since, nextAttemptAt: since + 4_000 }, since).next;
    expect(next).toBe('Connection lost, trying again in 4 s. You still get news every 5 s.');
  });

  it('promises no news before a poll has brought any', () => {
    const next = connectionWords({ ...base, status: 'polling', nextAttemptAt: since + 4_000 }, since).next;
    expect(next).toBe('Connection lost, trying again in 4 s.');
  });

  it('never counts down to nothing', () => {
    const next = connectionWords({ ...base, status: 'reconnecting', nextAttemptAt: since - 10 }, since).next;
    expect(next).toBe('Connection lost, trying again now.');
  });
});
