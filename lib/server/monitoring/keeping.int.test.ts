import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf, fillUnits } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';
import type { Change } from './announce';
import { UNSEEN } from './machine';
import type { Sample } from './persist';
import { UNWATCHED, type WatchState } from './watch-state';

useParts();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ID = 'builtin-database';

const parts = async () => ({
  ...(await import('./persist')),
  ...(await import('./rollups')),
  ...(await import('./roster')),
  ...(await import('./announce')),
  db: (await import('@/lib/server/db/client')).db,
});

function aSample(slot: number, over: Partial<Sample> = {}): Sample {
  return { monitorId: ID, slot, at: slot + 5, outcome: 'ok', state: 'up', latencyMs: 10, message: null, ...over };
}

function standing(over: Partial<WatchState['machine']> = {}, rest: Partial<WatchState> = {}): Map<string, WatchState> {
  return new Map([[ID, { ...UNWATCHED, ...rest, machine: { ...UNSEEN, state: 'up', since: 1_000, okRun: 2, announced: 'up', ...over } }]]);
}

describe('what the collector keeps', () => {
  it('begins with seven services that mean something on every installation (N3)', async () => {
    const { readRoster } = await parts();
    const { monitors } = await readRoster();
    expect(monitors.map(({ key }) => key)).toEqual(['database', 'redis', 'stream', 'web', 'sign-in', 'names', 'machine']);
    expect(monitors.every(({ config }) => config !== null)).toBe(true);
  });

  it('is found again as it was', async () => {
    const { keep, nextFence, readStates } = await parts();
    const state = standing({ failRun: 2, badRun: 2, okRun: 0 }, { sampledAt: 5_000, latencyMs: 12.5, message: 'Slow.' });
    await keep(await nextFence(), [], state);
    expect((await readStates()).get(ID)).toEqual(state.get(ID));
  });

  it('is one sample for each slot, however often it is kept', async () => {
    const { keep, nextFence, db } = await parts();
    const fence = await nextFence();
    await keep(fence, [aSample(10_000), aSample(12_000)], standing());
    await keep(fence, [aSample(12_000, { outcome: 'fail' }), aSample(14_000)], standing());
    const rows = await db().monitorSample.findMany({ where: { monitorId: ID }, orderBy: { slot: 'asc' } });
    expect(rows.map(({ slot, outcome }) => [slot.getTime(), outcome])).toEqual([[10_000, 'ok'], [12_000, 'ok'], [14_000, 'ok']]);
  });

  it('is refused from a collector that a later one has followed, samples and all', async () => {
    const { keep, nextFence, readStates, db, Superseded } = await parts();
    const [early, late] = [await nextFence(), await nextFence()];
    await keep(late, [], standing({ state: 'down', announced: 'down' }));
    await expect(keep(early, [aSample(99_000)], standing())).rejects.toBeInstanceOf(Superseded);
    expect((await readStates()).get(ID)?.machine.state).toBe('down');
    expect(await db().monitorSample.count({ where: { slot: new Date(99_000) } })).toBe(0);
  });

  it('of a monitor that was deleted meanwhile is left out, and the rest is kept', async () => {
    const { keep, nextFence, db } = await parts();
    const gone = new Map([...standing(), ['gone', UNWATCHED] as const]);
    await keep(await nextFence(), [aSample(16_000), aSample(16_000, { monitorId: 'gone' })], gone);
    expect(await db().monitorSample.count({ where: { slot: new Date(16_000) } })).toBe(1);
  });
});

describe('what samples are counted into (N5)', () => {
  const hour = Math.floor(Date.now() / HOUR) * HOUR;
  const now = hour + 30 * MINUTE;

  it('is minutes and hours by the state that was shown; counted twice it is the same', async () => {
    const { keep, nextFence, rollUp, readUptimes, db } = await parts();
    await db().monitorSample.deleteMany();
    const states = ['up', 'up', 'up', 'warn', 'down', 'maintenance', 'unknown'] as const;
    const samples = states.map((state, index) => aSample(hour + index * 2_000, { state, outcome: 'ok', latencyMs: index === 4 ? null : 10 * (index + 1) }));
    await keep(await nextFence(), [...samples, aSample(hour + MINUTE)], standing());
    await rollUp(now);
    await rollUp(now);
    const [minute] = await db().monitorRollup.findMany({ where: { resolution: 'minute', monitorId: ID, fromAt: new Date(hour) } });
    expect(minute).toMatchObject({ up: 3, warn: 1, down: 1, maintenance: 1, unknown: 1, latencyCount: 6, latencySum: 230, latencyMax: 70 });
    const [whole] = await db().monitorRollup.findMany({ where: { resolution: 'hour', monitorId: ID, fromAt: new Date(hour) } });
    expect(whole).toMatchObject({ up: 4, warn: 1, down: 1 });
    // up / (up + warn + down); maintenance and not knowing count neither way.
    expect((await readUptimes(now)).get(ID)?.shares).toEqual({ d1: 4 / 6, d30: 4 / 6, y1: 4 / 6 });
  });

  it('is measured from the first look on, and says so of every time that began before it (A16)', async () => {
    const { readUptimes, db } = await parts();
    const DAY = 24 * HOUR;
    const counts = { up: 1, warn: 0, down: 0, unknown: 0, maintenance: 0, latencySum: 1, latencyCount: 1, latencyMax: 1 };
    const measured = async (rows: readonly { resolution: 'minute' | 'hour'; at: number; up?: number }[], createdDaysAgo = 400) => {
      await db().monitorRollup.deleteMany();
      await db().monitor.update({ where: { id: ID }, data: { createdAt: new Date(now - createdDaysAgo * DAY) } });
      await db().monitorRollup.createMany({ data: rows.map(({ resolution, at, up = 1 }) => ({ ...counts, resolution, monitorId: ID, fromAt: new Date(at), up })) });
      return (await readUptimes(now)).get(ID)?.from;
    };
    const iso = (at: number) => new Date(at).toISOString();
    const first = hour - 10 * MINUTE;
    // A minute in which nothing was known is none that was measured.
    const young = [{ resolution: 'minute', at: first - MINUTE, up: 0 }, { resolution: 'minute', at: first }, { resolution: 'hour', at: hour - HOUR }, { resolution: 'hour', at: hour }] as const;
    expect(await measured(young)).toEqual({ d1: iso(first), d30: iso(first), y1: iso(first) });
    const hours = (daysAgo: number) => ({ resolution: 'hour' as const, at: hour - daysAgo * DAY });
    expect(await measured([hours(10), hours(0.95), hours(0)])).toEqual({ d1: null, d30: iso(hours(10).at), y1: iso(hours(10).at) });
    expect(await measured([hours(364.95), hours(29.95), hours(0.25)])).toEqual({ d1: iso(hours(0.25).at), d30: null, y1: null });
    expect(await measured([], 0)).toBeUndefined();
    // One look a day is all that such a service has; that it was added an hour ago is told all the same.
    await db().monitor.update({ where: { id: ID }, data: { intervalMs: DAY } });
    expect(await measured([hours(0.5)])).toMatchObject({ d1: null });
    expect(await measured([hours(0)], 0.04)).toEqual({ d1: iso(hour), d30: iso(hour), y1: iso(hour) });
    await db().monitor.update({ where: { id: ID }, data: { intervalMs: 2_000 } });
  });

  it('is forgotten by age: samples after a day, minutes after 30 days, hours after a year', async () => {
    const { pruneHistory, db } = await parts();
    const DAY = 24 * HOUR;
    const counts = { up: 1, warn: 0, down: 0, unknown: 0, maintenance: 0, latencySum: 1, latencyCount: 1, latencyMax: 1 };
    const rollup = (resolution: string, daysAgo: number) => ({ resolution, monitorId: 'builtin-redis', fromAt: new Date(now - daysAgo * DAY), ...counts });
    await db().monitorSample.deleteMany();
    await db().monitorSample.createMany({ data: [0.9, 1.1].map((days) => ({ monitorId: 'builtin-redis', slot: new Date(now - days * DAY), at: new Date(now), outcome: 'ok', state: 'up' })) });
    await db().monitorRollup.createMany({ data: [rollup('minute', 29), rollup('minute', 31), rollup('hour', 31), rollup('hour', 364), rollup('hour', 368)] });
    await pruneHistory(now);
    expect(await db().monitorSample.count()).toBe(1);
    const left = await db().monitorRollup.findMany({ where: { monitorId: 'builtin-redis' }, orderBy: { fromAt: 'asc' } });
    expect(left.map(({ resolution, fromAt }) => [resolution, Math.round((now - fromAt.getTime()) / DAY)])).toEqual([['hour', 364], ['hour', 31], ['minute', 29]]);
  });
});

describe('what is told when a service really changes (N8)', () => {
  beforeAll(async () => {
    await contextOf('admin');
    await fillUnits();
  });

  async function change(to: 'up' | 'down', over: Partial<Change> = {}): Promise<Change> {
    const { readRoster } = await parts();
    const watched = (await readRoster()).monitors.find(({ id }) => id === ID);
    if (!watched) throw new Error('The built-in monitor is gone.');
    const onDown = { flash: true, incident: true, priority: 'P1' as const };
    return { watched: { ...watched, onDown }, from: to === 'down' ? 'up' : 'down', to, at: Date.now(), message: 'No answer.', eventSent: false, isQuiet: false, ...over };
  }

  async function fresh() {
    const { db, keep, nextFence } = await parts();
    const fence = await nextFence();
    await db().monitorState.deleteMany();
    await keep(fence, [], standing());
    return fence;
  }

  it('an incident is opened with a message to everybody; recovery completes the one and replaces the other', async () => {
    const { announceChange, db, readStates } = await parts();
    const fence = await fresh();
    const incident = await announceChange(await change('down'), fence);
    const opened = await db().incident.findUniqueOrThrow({ where: { id: incident?.id ?? '' } });
    expect(opened).toMatchObject({ status: 'new', priority: 'P1', source: 'monitor', externalId: ID, title: 'Database is down: No answer.' });
    expect((await readStates()).get(ID)).toMatchObject({ incident, machine: { announced: 'down' } });
    expect(await db().flash.findFirstOrThrow({ where: { status: 'live' } })).toMatchObject({ level: 'warning', title: 'Database is down', createdById: 'watchroom' });
    expect(await announceChange(await change('up'), fence)).toBeNull();
    expect(await db().incident.findUniqueOrThrow({ where: { id: opened.id } })).toMatchObject({ status: 'completed', disposition: 'resolved' });
    const live = await db().flash.findMany({ where: { status: 'live' } });
    expect(live.map(({ level, title }) => [level, title])).toEqual([['ok', 'Database is up again']]);
    const told = await db().outboxEvent.findMany({ where: { type: 'server.status.changed' }, orderBy: { id: 'asc' } });
    expect(told.map(({ json }) => (JSON.parse(json) as { data: { to: string; incident: { number: string } | null } }).data).map(({ to, incident: linked }) => [to, linked?.number])).toEqual([
      ['down', incident?.number], ['up', incident?.number],
    ]);
    expect(await db().auditEntry.count({ where: { targetId: ID, action: 'monitor.state' } })).toBe(2);
  });

  it('told again after a crash there is no second incident and no second message', async () => {
    const { announceChange, db } = await parts();
    const fence = await fresh();
    await db().flash.updateMany({ data: { status: 'expired' } });
    const down = await change('down');
    const first = await announceChange(down, fence);
    const second = await announceChange(down, fence);
    expect(second?.id).toBe(first?.id);
    expect(await db().flash.count({ where: { status: 'live' } })).toBe(1);
  });

  it('an incident with units on it is left to the people', async () => {
    const { announceChange, db } = await parts();
    const fence = await fresh();
    const incident = await announceChange(await change('down'), fence);
    await db().unit.updateMany({ where: { id: { in: [(await db().unit.findFirstOrThrow()).id] } }, data: { incidentId: incident?.id ?? '' } });
    await announceChange(await change('up'), fence);
    expect(await db().incident.findUniqueOrThrow({ where: { id: incident?.id ?? '' } })).toMatchObject({ status: 'new' });
    const [entry] = await db().incidentLogEntry.findMany({ where: { incidentId: incident?.id ?? '' }, orderBy: { seq: 'desc' }, take: 1 });
    expect(entry?.text).toBe('Database is up again. Units are still assigned, so it stays open.');
  });

  it('nothing is told by a collector that a later one has followed', async () => {
    const { announceChange, nextFence, keep, db, Superseded } = await parts();
    const early = await fresh();
    await keep(await nextFence(), [], standing());
    const before = await db().outboxEvent.count();
    await expect(announceChange({ ...(await change('down')), watched: { ...(await change('down')).watched, onDown: { flash: false, incident: true, priority: 'P1' } } }, early)).rejects.toBeInstanceOf(Superseded);
    expect(await db().outboxEvent.count()).toBe(before);
  });
});

describe('whoever may look (N3)', () => {
  it('is one, and another when that one is gone or lets go', async () => {
    const { createCollectorLease } = await import('./lease');
    const { quickRedis } = await import('./quick-redis');
    const { REDIS_KEYS } = await import('@/lib/realtime/keys');
    const [one, other] = [createCollectorLease('one'), createCollectorLease('other')];
    expect(await one.hold()).toBe('mine');
    expect(await one.hold()).toBe('mine');
    expect(await other.hold()).toBe('other');
    const left = await quickRedis().pttl(REDIS_KEYS.collector);
    expect(Number(left)).toBeGreaterThan(3_000);
    expect(Number(left)).toBeLessThan(8_000);
    await other.release();
    expect(await other.hold()).toBe('other');
    await one.release();
    expect(await other.hold()).toBe('mine');
  });
});
