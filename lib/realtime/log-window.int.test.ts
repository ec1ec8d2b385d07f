import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCursor, type StreamId } from '@/lib/protocol/cursor';
import type { EventLog } from './event-log';
import { createLogWindow, type LogWindow } from './log-window';
import { startWorld, testEvent, type World } from '@/testing/hub-world';

const HANDFUL = 10;
// Forty of these are more than a window holds, and ten no more than one request may bring.
const HEAVY_BYTES = 500_000;

let world: World;
let window: LogWindow;

beforeEach(async () => {
  world = await startWorld(100);
  window = world.newWindow();
  await window.open();
});
afterEach(() => world.end());

const labels = (from: StreamId) => window.after(from).map((entry) => (JSON.parse(entry.json) as { data: { label: string } }).data.label);
const append = (...names: string[]) => world.log.append(names.map((name) => testEvent(name)));

async function appendHeavy(count: number): Promise<string[]> {
  const cursors: string[] = [];
  for (let sent = 0; sent < count; sent += 10) {
    cursors.push(...(await append(...Array.from({ length: 10 }, (_, n) => `${sent + n} ${'x'.repeat(HEAVY_BYTES)}`))));
  }
  return cursors;
}

/** A window of its own, and how often it asked the log for something. */
async function countedWindow() {
  const counted = { reads: 0 };
  const counting =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    (...args: A) => {
      counted.reads += 1;
      return ask(...args);
    };
  const { log } = world;
  const counts: EventLog = { ...log, readAfter: counting(log.readAfter), readUpTo: counting(log.readUpTo), ends: counting(log.ends) };
  const opened = createLogWindow(counts);
  await opened.open();
  counted.reads = 0;
  return { window: opened, counted };
}

describe('a window on the log', () => {
  it('serves from memory what came since it was opened', async () => {
    const start = window.position;
    await append('a', 'b');
    await window.refresh();
    expect(labels(start)).toEqual(['a', 'b']);
    expect(await window.resume(window.cursorAt(start))).toEqual({ position: start });
  });

  it('reads older entries once and then serves them all [RT4]', async () => {
    const cursors = await append('a', 'b', 'c');
    const late = world.newWindow();
    await late.open();
    const resume = await late.resume(cursors[0] ?? '');
    expect(resume).toHaveProperty('position');
    expect('position' in resume && late.after(resume.position)).toHaveLength(2);
    expect(await late.resume(formatCursor(late.epoch, '0-1'))).toEqual({ position: '0-1' });
  });

  it('shows an event that was appended twice once [RT2]', async () => {
    const event = testEvent('once');
    const start = window.position;
    await world.log.append([event]);
    await world.log.append([event, testEvent('next')]);
    await window.refresh();
    expect(labels(start)).toEqual(['once', 'next']);
  });

  it.each([
    ['malformed', 'yesterday'],
    ['malformed', ''],
    ['foreign_epoch', 'another.1-1'],
  ])('answers with a reset: %s', async (reason, text) => {
    expect(await window.resume(text)).toEqual({ reset: reason });
  });

  it('answers a cursor from the future with a reset [RT5]', async () => {
    expect(await window.resume(formatCursor(window.epoch, '9999999999999-0'))).toEqual({ reset: 'ahead' });
  });

  it('serves a cursor that another instance gave before this one has read as far [RT4]', async () => {
    const [cursor = ''] = await append('a');
    expect(await window.resume(cursor)).toHaveProperty('position');
  });

  it('answers a cursor whose successors were trimmed with a reset [RT5]', async () => {
    const [first = ''] = await append('first');
    for (let i = 0; i < 30; i += 1) await append(...Array.from({ length: 20 }, (_, n) => `${i}-${n}`));
    const late = world.newWindow();
    await late.open();
    expect(await late.resume(first)).toEqual({ reset: 'trimmed' });
  });

  it('starts over when the log was lost, and says so by its generation [RT13]', async () => {
    await append('a');
    await window.refresh();
    const cursor = window.cursorAt(window.position);
    const before = window.generation;
    await world.lose();
    await window.refresh();
    expect(window.generation).toBe(before + 1);
    expect(await window.resume(cursor)).toEqual({ reset: 'foreign_epoch' });
  });

  it('notices a log that lost its newest entries but kept its name', async () => {
    const [, last = ''] = await append('a', 'b');
    await window.refresh();
    const [, streamId = ''] = last.split('.');
    await world.redis.xdel('watchroom:log', streamId);
    expect(await window.resume(formatCursor(window.epoch, '9999999999999-0'))).toEqual({ reset: 'ahead' });
    expect(window.generation).toBe(2);
  });

  it('answers a thousand who return at once with a handful of reads [RT10]', async () => {
    const cursors = await append(...Array.from({ length: 50 }, (_, n) => `${n}`));
    const { window: late, counted } = await countedWindow();
    const results = await Promise.all(Array.from({ length: 1_000 }, (_, n) => late.resume(cursors[n % 50] ?? '')));
    expect(results.every((result) => 'position' in result)).toBe(true);
    expect(counted.reads).toBeLessThanOrEqual(HANDFUL);
  });

  it('answers a hundred who return one after the other to a window that is full with a handful of reads [RT10]', async () => {
    const [first = ''] = await append('first');
    const { window: late, counted } = await countedWindow();
    await appendHeavy(40);
    await late.refresh();
    for (let n = 0; n < 100; n += 1) expect(await late.resume(first)).toEqual({ reset: 'too_many' });
    expect(counted.reads).toBeLessThanOrEqual(HANDFUL);
    const oldest = late.cursorAt(late.start);
    expect(await late.resume(oldest)).toEqual({ position: late.start });
    expect(late.after(late.start).length).toBeGreaterThan(1);
  });

  it('takes from the past what fits its memory, and serves that', async () => {
    const [first = ''] = await append('first');
    const cursors = await appendHeavy(40);
    const { window: late, counted } = await countedWindow();
    expect(await late.resume(first)).toEqual({ reset: 'too_many' });
    const [fourth = ''] = cursors.slice(-4);
    const resumed = await late.resume(fourth);
    expect('position' in resumed && late.after(resumed.position)).toHaveLength(3);
    for (let n = 0; n < 100; n += 1) expect(await late.resume(first)).toEqual({ reset: 'too_many' });
    expect(counted.reads).toBeLessThanOrEqual(HANDFUL);
  });

  it('fails when the log cannot be read, and goes on when it can', async () => {
    await world.stop();
    await expect(window.refresh()).rejects.toThrow();
    await world.begin();
    const start = window.position;
    await append('after');
    await window.refresh();
    expect(labels(start)).toEqual(['after']);
  });
});
