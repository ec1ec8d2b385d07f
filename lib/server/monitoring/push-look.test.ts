import { describe, expect, it } from 'vitest';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { nextDue, scheduleProblem } from './heartbeat-due';
import { runPush } from './push-look';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
const config = (over: Partial<ConfigOf<'push'>> = {}): ConfigOf<'push'> => ({ kind: 'push', graceMs: null, schedule: null, ...over });
const heard = (over: object = {}) => ({ at: 0, startedAt: null, outcome: 'ok' as const, message: null, pingMs: 3, ...over });

describe('when a heartbeat is missing', () => {
  it.each([
    ['a minute, grace by itself: half of it', MINUTE, null, 90_000],
    ['two seconds, grace by itself: ten seconds', 2_000, null, 12_000],
    ['a week, grace by itself: an hour', 7 * DAY, null, 7 * DAY + HOUR],
    ['31 days and a grace of a day', 31 * DAY, DAY, 32 * DAY],
    ['a minute without grace', MINUTE, 0, MINUTE],
  ])('every %s', (_what, every, graceMs, by) => {
    expect(nextDue(config({ graceMs }), every, { at: 0, startedAt: null })).toMatchObject({ by, what: 'heartbeat' });
  });

  it.each([
    // 3:30 by the clock of Oslo, in winter and in summer.
    ['30 3 * * *', 'Europe/Oslo', '2026-01-10T03:00:00Z', '2026-01-11T02:30:00Z'],
    ['30 3 * * *', 'Europe/Oslo', '2026-07-10T02:00:00Z', '2026-07-11T01:30:00Z'],
    // The night in which the clock jumps from 2 to 3, which is 1:00 UTC: what was due in between is due then.
    ['30 2 * * *', 'Europe/Oslo', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['0 9 * * 1-5', 'UTC', '2026-11-27T10:00:00Z', '2026-11-30T09:00:00Z'],
    ['@daily', 'UTC', '2026-11-27T10:00:00Z', '2026-11-28T00:00:00Z'],
  ])('by the schedule %s in %s', (cron, timeZone, last, due) => {
    const found = nextDue(config({ graceMs: 5 * MINUTE, schedule: { cron, timeZone } }), MINUTE, { at: at(last), startedAt: null });
    expect(found && new Date(found.expectedAt).toISOString()).toBe(new Date(due).toISOString());
    expect(found?.by).toBe(at(due) + 5 * MINUTE);
  });

  it('a job that said it starts has the grace time to end, and no longer than its next heartbeat is due', () => {
    expect(nextDue(config({ graceMs: 10 * MINUTE }), DAY, { at: 0, startedAt: HOUR })).toEqual({ by: HOUR + 10 * MINUTE, what: 'end', expectedAt: HOUR });
    expect(nextDue(config({ graceMs: 10 * MINUTE }), DAY, { at: null, startedAt: HOUR })).toMatchObject({ by: HOUR + 10 * MINUTE, what: 'end' });
    expect(nextDue(config({ graceMs: 2 * DAY }), HOUR, { at: 0, startedAt: 60 * HOUR })).toMatchObject({ by: 49 * HOUR, what: 'heartbeat' });
    // It has ended.
    expect(nextDue(config({ graceMs: 10 * MINUTE }), DAY, { at: 2 * HOUR, startedAt: HOUR })).toMatchObject({ what: 'heartbeat' });
    expect(nextDue(config(), DAY, { at: null, startedAt: null })).toBeNull();
  });

  it('a schedule that cannot be read, or never comes, is told in words', () => {
    expect(scheduleProblem({ cron: '0 3 * * *', timeZone: 'UTC' }, 0)).toBeNull();
    for (const cron of ['61 * * * *', '0 0 30 2 *', 'a b c d e', '* * * * * *']) expect(scheduleProblem({ cron, timeZone: 'UTC' }, 0)).toMatch(/\.$/);
  });
});

describe('what heartbeats say', () => {
  it.each([['ok', 0, 'ok'], ['ok', 89_000, 'ok'], ['ok', 91_000, 'fail'], ['fail', 0, 'fail'], ['warn', 0, 'warn'], ['warn', 91_000, 'fail']] as const)('%s, %d ms ago: %s, believed at once', (outcome, age, expected) => {
    expect(runPush({ beatEveryMs: MINUTE, push: heard({ at: 1_000_000 - age, outcome }) }, config(), 1_000_000)).toMatchObject({ outcome: expected, isFinal: true });
  });

  it('nothing before the first, and nothing but its end is waited for after a first start', () => {
    expect(runPush({ beatEveryMs: MINUTE, push: null }, config(), 1)).toBeNull();
    const push = heard({ at: null, startedAt: 1_000 });
    expect(runPush({ beatEveryMs: MINUTE, push }, config(), 2_000)).toBeNull();
    expect(runPush({ beatEveryMs: MINUTE, push }, config(), 5 * MINUTE)).toMatchObject({ outcome: 'fail', message: 'Started 5 min ago and has not said that it ended.' });
  });

  it('in words that fit the time', () => {
    const say = (every: number, age: number, schedule: ConfigOf<'push'>['schedule'] = null) => runPush({ beatEveryMs: every, push: heard({ at: at('2026-11-20T00:00:00Z') }) }, config({ schedule }), at('2026-11-20T00:00:00Z') + age)?.message;
    expect(say(2_000, 35_000)).toBe('No heartbeat for 35 s.');
    expect(say(DAY, 30 * HOUR)).toBe('No heartbeat for 30 h.');
    expect(say(DAY, 9 * DAY)).toBe('No heartbeat for 9 days.');
    expect(say(DAY, 30 * HOUR, { cron: '0 4 * * *', timeZone: 'UTC' })).toBe('No heartbeat for 30 h; one was due at 2026-11-20 04:00 UTC.');
  });
});
