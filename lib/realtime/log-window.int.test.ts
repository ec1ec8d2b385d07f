import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCursor, type StreamId } from '@/lib/protocol/cursor';
import type { LogWindow } from './log-window';
import { startWorld, testEvent, type World } from '@/testing/hub-world';

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
    const late = world.newWindow();
    await late.open();
    const results = await Promise.all(Array.from({ length: 1_000 }, (_, n) => late.resume(cursors[n % 50] ?? '')));
    expect(results.every((result) => 'position' in result)).toBe(true);
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
