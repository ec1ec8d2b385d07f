import { describe, expect, it, vi } from 'vitest';
import type { Infrastructure, Outcome, ServiceState } from '@/lib/protocol/infrastructure';
import type { Maintenance } from '@/lib/protocol/monitor';
import type { Change } from './announce';
import { createCollector, type CollectorParts } from './collector';
import type { Finished } from './looks';
import { Superseded, type Sample } from './persist';
import type { Watched } from './roster';

const aWatched = (over: Partial<Watched> = {}): Watched => ({
  id: 'a', key: 'a', name: 'A', kind: 'tcp', target: 'a:1', config: { kind: 'tcp', host: 'a', port: 1 }, secret: null,
  intervalMs: 2_000, beatEveryMs: 2_000, timeoutMs: 2_000, warnLatencyMs: null, onDown: { flash: false, incident: false, priority: 'P2' }, isPaused: false, push: null,
  ...over,
});

/** A collector whose looks, database and screens are the test's. Rounds take the outcomes that the test names. */
function world(monitors: Watched[] = [aWatched()]) {
  let finished: Finished[] = [];
  const state = {
    monitors,
    windows: [] as Maintenance[],
    databaseIsAway: false,
    redisIsAway: false,
    published: [] as { payload: Infrastructure; changed: boolean }[],
    announced: [] as Change[],
    sent: [] as Change[],
    kept: [] as Sample[],
    superseded: false,
  };
  const away = () => {
    if (state.databaseIsAway) throw new Error('away');
  };
  const parts: CollectorParts = {
    looks: { begin: () => Promise.resolve(), take: () => finished.splice(0), discard: () => undefined },
    readRoster: async () => (away(), { monitors: state.monitors, windows: state.windows }),
    readStates: () => Promise.resolve(new Map()),
    readUptimes: () => Promise.resolve(new Map()),
    nextFence: async () => (away(), 1n),
    keep: async (_fence, samples) => (away(), void state.kept.push(...samples)),
    publish: async (payload, _at, changed) => {
      if (state.redisIsAway) throw new Error('away');
      state.published.push({ payload, changed });
    },
    announce: async (change) => (away(), state.announced.push(change), change.to === 'down' ? { id: 'i', number: '2026-0001' } : null),
    sendChange: async (change) => void state.sent.push(change),
    onSent: () => undefined,
    onSuperseded: () => (state.superseded = true),
    onTrouble: () => undefined,
  };
  const collector = createCollector(parts);
  let slot = Date.now();
  return {
    ...{ state, parts, collector },
    async round(outcome: Outcome | null, id = 'a') {
      slot += 2_000;
      if (outcome) finished.push({ monitorId: id, slot, at: Date.now(), look: { outcome, latencyMs: 5, message: outcome === 'ok' ? null : 'It hurts.' } });
      await collector.round(Date.now());
      await collector.settle();
    },
    shown: (): ServiceState | undefined => state.published.at(-1)?.payload.services[0]?.state,
    stop: () => (finished = []),
  };
}

const window = (monitorIds: string[] = []): Maintenance => ({ id: 'w', title: 'Works', monitorIds, startsAt: new Date(Date.now() - 1_000).toISOString(), endsAt: new Date(Date.now() + 60_000).toISOString(), createdBy: 'A' });

describe('a collector', () => {
  it('shows a state only after the samples it takes, what waits meanwhile, and tells the change once', async () => {
    const { round, shown, state } = world();
    await round('ok');
    expect(shown()).toBe('unknown');
    await round('ok');
    expect(shown()).toBe('up');
    await round('fail');
    await round('fail');
    expect(shown()).toBe('up');
    expect(state.published.at(-1)?.payload.services[0]).toMatchObject({ pending: { outcome: 'fail', count: 2, needed: 3 }, message: 'It hurts.' });
    expect(state.announced).toEqual([]);
    await round('fail');
    expect(shown()).toBe('down');
    await round('fail');
    expect(state.announced.map(({ from, to }) => [from, to])).toEqual([['up', 'down']]);
    expect(state.kept.map((sample) => sample.state)).toEqual(['unknown', 'up', 'up', 'up', 'down', 'down']);
  });

  it('tells the whole when something changed, and a tick in between', async () => {
    const { round, state } = world();
    for (const outcome of ['ok', 'ok', 'ok', 'fail', 'ok', 'ok'] as const) await round(outcome);
    // The first ever, then up; what waits and passes is a tick.
    expect(state.published.map(({ changed }) => changed)).toEqual([true, true, false, false, false, false]);
  });

  it('links the incident that a change opened, and says so to the screens', async () => {
    const { round, state } = world();
    for (const outcome of ['fail', 'fail', 'fail', 'fail'] as const) await round(outcome);
    expect(state.published.at(-1)).toMatchObject({ changed: true, payload: { services: [{ incident: { number: '2026-0001' } }] } });
    await round('ok');
    await round('ok');
    await round('ok');
    expect(state.published.at(-1)?.payload.services[0]?.incident).toBeNull();
  });

  it('shows maintenance and keeps silent in it; what is down when it ends is told then', async () => {
    const { round, shown, state } = world();
    await round('ok');
    await round('ok');
    state.windows = [window(['a'])];
    for (let i = 0; i < 4; i += 1) await round('fail');
    expect(shown()).toBe('maintenance');
    expect(state.kept.at(-1)?.state).toBe('maintenance');
    expect(state.announced).toEqual([]);
    state.windows = [];
    await round('fail');
    expect(shown()).toBe('down');
    expect(state.announced.map(({ to }) => to)).toEqual(['down']);
  });

  it('goes into maintenance and out of it without a word when all is well', async () => {
    const { round, shown, state } = world();
    await round('ok');
    await round('ok');
    state.windows = [window()];
    for (const outcome of ['fail', 'fail', 'fail', 'ok', 'ok'] as const) await round(outcome);
    state.windows = [];
    await round('ok');
    expect(shown()).toBe('up');
    expect(state.announced).toEqual([]);
  });

  it('ends within maintenance what was told before it, without a word to anybody', async () => {
    const { round, state } = world();
    for (const outcome of ['ok', 'ok', 'warn', 'warn', 'warn'] as const) await round(outcome);
    state.windows = [window()];
    await round('ok');
    await round('ok');
    expect(state.announced.map(({ to, isQuiet }) => [to, isQuiet])).toEqual([['warn', false], ['up', true]]);
  });

  it('looks at maintenance of others as none of its business', async () => {
    const { round, shown, state } = world();
    state.windows = [window(['b'])];
    await round('ok');
    await round('ok');
    expect(shown()).toBe('up');
  });

  it('shows what is paused as paused, and knows nothing when it is resumed', async () => {
    const { round, shown, state } = world();
    await round('ok');
    await round('ok');
    state.monitors = [aWatched({ isPaused: true })];
    await round(null);
    expect(shown()).toBe('paused');
    state.monitors = [aWatched()];
    await round('ok');
    expect(shown()).toBe('unknown');
    await round('ok');
    expect(shown()).toBe('up');
    expect(state.announced).toEqual([]);
  });

  it('turns to unknown when no sample has come for three intervals', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { round, shown } = world();
      await round('ok');
      await round('ok');
      vi.setSystemTime(Date.now() + 5_900);
      await round(null);
      expect(shown()).toBe('up');
      vi.setSystemTime(Date.now() + 200);
      await round(null);
      expect(shown()).toBe('unknown');
      await round('ok');
      expect(shown()).toBe('unknown');
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes on while the database is away: screens are told at once, samples wait, and the change is kept when it is back', async () => {
    const { round, shown, state } = world();
    await round('ok');
    await round('ok');
    state.databaseIsAway = true;
    for (const outcome of ['fail', 'fail', 'fail'] as const) await round(outcome);
    expect(shown()).toBe('down');
    expect(state.sent.map(({ to }) => to)).toEqual(['down']);
    await round('fail');
    expect(state.sent).toHaveLength(1);
    expect(state.kept).toHaveLength(2);
    state.databaseIsAway = false;
    await round('fail');
    expect(state.kept).toHaveLength(7);
    expect(state.announced).toEqual([expect.objectContaining({ to: 'down', eventSent: true })]);
  });

  it('tells the whole as soon as Redis is back, if anything changed meanwhile', async () => {
    const { round, state } = world();
    await round('ok');
    state.redisIsAway = true;
    await round('ok');
    await round('ok');
    state.redisIsAway = false;
    await round('ok');
    expect(state.published.map(({ changed }) => changed)).toEqual([true, true]);
  });

  it('keeps its looks out of each other’s way: one that hangs holds up neither the round nor the screens', async () => {
    const { parts, state } = world();
    const hanging = createCollector({ ...parts, looks: { ...parts.looks, begin: () => new Promise(() => undefined) } });
    await hanging.round(Date.now());
    expect(state.published).toHaveLength(1);
  });

  it('ends its shift when a later collector has written', async () => {
    const { round, parts, state } = world();
    parts.keep = () => Promise.reject(new Superseded('later'));
    const late = createCollector(parts);
    await late.round(Date.now());
    await late.settle();
    expect(state.superseded).toBe(true);
    await round('ok');
  });
});
