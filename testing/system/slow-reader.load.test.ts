import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { residentBytes } from '@/bench/process-stats';
import type { EventLog } from '@/lib/realtime/event-log';
import { BURST_EVENT_BYTES, sendBurst } from '../burst';
import { closeBurstReaders, openBurstReader, type BurstReader } from '../burst-reader';
import { eventually } from '../eventually';
import { fetchAs } from '../fetch-as';
import { person, type Person } from '../person';
import { recordConnection, stopConnections } from '../record-connection';
import { sized } from '../sized';
import { useBoard } from '../use-board';
import { logOf } from '../write-log';

const MEGABYTE = 1_000_000;
const EVENTS = sized(5_200, 1_200);
const FEW = sized(1_000, 200);
// Fourteen megabytes: more than the sockets of a client take, less than the window of the server holds.
const WITHIN_WINDOW = 700;
const BEYOND_WINDOW = 1_000;
const FAST = 5;
// Unbounded, these would hold forty times a hundred megabytes.
const SLOW = sized(40, 6);
const MOST_GROWTH_BYTES = 400 * MEGABYTE;
const MOST_P99_MS = 5_000;
// So far the sender may be ahead of those who read: what it measures is the server, not how much may pile up in it.
const MOST_AHEAD = 200;
const SAMPLE_MS = 100;
// A reader that takes nothing is given up after 15 s.
const GIVEN_UP_MS = 40_000;

describe(`clients that stop reading under a burst of ${(EVENTS * BURST_EVENT_BYTES) / MEGABYTE} megabytes`, () => {
  const board = useBoard({ env: { SSE_HEARTBEAT_MS: '2000' } });
  let who: Person;
  let log: EventLog;
  let userId: string;
  beforeAll(async () => {
    who = await person(board().app.url, 'dispatcher1');
    log = logOf(board());
    const [account] = await board().sql<{ id: string }>('select id from users where email = $1', [who.email]);
    userId = account?.id ?? '';
    expect(userId).not.toBe('');
  });
  afterEach(() => {
    stopConnections();
    closeBurstReaders();
  });

  const position = async () => ((await who.get('/api/snapshot')).json() as { cursor: string }).cursor;
  const open = (name: string, cursor: string, paused = false) => openBurstReader({ url: board().app.url, cookie: who.cookie, cursor, name }, paused);
  const openMany = (count: number, name: string, cursor: string, paused = false) =>
    Promise.all(Array.from({ length: count }, () => open(name, cursor, paused)));
  const closedAsSlow = () => board().app.output().split('\n').filter((line) => line.includes(' closed ') && line.includes('reason=slow')).length;

  /** Sends events to readers and waits until each has the last. */
  async function burst(name: string, events: number, readers: readonly BurstReader[]): Promise<void> {
    await sendBurst(log, {
      name,
      events,
      // Else all streams would hold the same bytes, and forty times nothing would be the worst case.
      naming: [userId],
      keepUp: async (next) => void (await Promise.all(readers.map((reader) => reader.reach(next - MOST_AHEAD)))),
    });
    await Promise.all(readers.map((reader) => reader.reach(events - 1)));
  }

  it('are ended as slow and told to start over; the memory stays bounded, and those who read get everything in order and soon [RT11]', async () => {
    const undisturbed = await openMany(FAST, 'undisturbed', await position());
    await burst('undisturbed', FEW, undisturbed);
    closeBurstReaders();

    const name = 'beside slow ones';
    const start = await position();
    const fast = await openMany(FAST, name, start);
    const slow = await openMany(SLOW, name, start, true);
    const growth = watchGrowth(board().app.pid());
    await burst(name, EVENTS, fast);
    for (const reader of fast) {
      expect(isRun(reader.numbers, 0, EVENTS)).toBe(true);
      expect(reader.frames).toEqual(['connected']);
      expect(reader.bytes).toBeGreaterThan(EVENTS * BURST_EVENT_BYTES);
    }
    expect(growth.mostBytes, 'growth of memory').toBeLessThan(MOST_GROWTH_BYTES);
    await eventually('the slow readers to be given up', () => closedAsSlow() >= SLOW, GIVEN_UP_MS);

    for (const reader of slow) {
      reader.resume();
      await reader.over;
      expect(reader.frames).toEqual(['connected', 'error slow']);
      expect(isRun(reader.numbers, 0, reader.numbers.length)).toBe(true);
      expect(reader.numbers.length).toBeLessThan(EVENTS);
      const resumed = await open(name, reader.cursor);
      await eventually('a reset', () => resumed.frames.includes('reset too_many'));
      resumed.close();
    }
    const [p99Ms, undisturbedP99Ms] = [p99(fast), p99(undisturbed)];
    expect(growth.mostBytes, 'growth of memory').toBeLessThan(MOST_GROWTH_BYTES);
    expect(p99Ms, `${undisturbedP99Ms} ms without slow readers`).toBeLessThan(Math.max(MOST_P99_MS, 5 * undisturbedP99Ms));
  });

  it('for less than the server remembers: go on with every event, on the same stream or after being given up [RT11]', async () => {
    const name = 'stopped for a while';
    const start = await position();
    const before = closedAsSlow();
    const fast = await open(name, start);
    const [waking, sleeping] = [await open(name, start, true), await open(name, start, true)];
    await burst(name, WITHIN_WINDOW, [fast]);
    waking.resume();
    await waking.reach(WITHIN_WINDOW - 1);
    expect(isRun(waking.numbers, 0, WITHIN_WINDOW)).toBe(true);

    await eventually('the sleeping reader to be given up', () => closedAsSlow() > before, GIVEN_UP_MS);
    sleeping.resume();
    await sleeping.over;
    expect(sleeping.frames).toEqual(['connected', 'error slow']);
    const heard = sleeping.numbers.length;
    expect(heard).toBeLessThan(WITHIN_WINDOW);
    expect(isRun(sleeping.numbers, 0, heard)).toBe(true);
    const resumed = await open(name, sleeping.cursor);
    await resumed.reach(WITHIN_WINDOW - 1);
    expect(isRun(resumed.numbers, heard, WITHIN_WINDOW)).toBe(true);
    for (const reader of [fast, waking, resumed]) expect(reader.frames).toEqual(['connected']);
  });

  it('with a cursor too far back for the memory of the server: told to start over, and hear what follows [RT5]', async () => {
    const start = await position();
    const reader = await open('too much to repeat', start);
    await burst('too much to repeat', BEYOND_WINDOW, [reader]);
    const late = recordConnection(fetchAs(who.cookie, () => board().app.url), start);
    await late.until('a reset', () => late.of('reset').length > 0);
    await who.broadcast('after the reset');
    await late.untilWord('after the reset');
    expect(late.words()).toEqual(['after the reset']);
    expect(late.of('reset')).toHaveLength(1);
  });
});

/** How far the memory of a process grew over what it was, at most, until the test is over. */
function watchGrowth(pid: number): { readonly mostBytes: number } {
  const before = residentBytes(pid);
  const growth = { mostBytes: 0 };
  const timer = setInterval(() => {
    growth.mostBytes = Math.max(growth.mostBytes, residentBytes(pid) - before);
  }, SAMPLE_MS);
  onTestFinished(() => clearInterval(timer));
  return growth;
}

/** Whether these are all numbers from `from` to before `to`, each once and in order. */
function isRun(numbers: readonly number[], from: number, to: number): boolean {
  return numbers.length === to - from && numbers.every((number, index) => number === from + index);
}

function p99(readers: readonly BurstReader[]): number {
  const sorted = readers.flatMap((reader) => reader.latenciesMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}
