import { expect, test } from 'vitest';
import { checksHeadline, type Check } from '../pieces/checks-headline';
import { diskValue } from './disk-value';
import { heed } from './heed';
import { usedMemory } from './redis-facts';
import { slotPoints } from './slot-points';
import { sqlStateOf } from './sql-state';

test.each([
  [500, 'ok'],
  [150, 'ok'],
  [149, 'warning'],
  [50, 'warning'],
  [49, 'critical'],
])('a disk with %d of 1000 blocks free is %s', (bavail, tone) => {
  expect(diskValue({ bsize: 4_096, blocks: 1_000, bfree: bavail, bavail })).toMatchObject({ headline: { value: bavail * 4_096, tone }, figures: [{ value: bavail / 1_000, tone }, {}, {}] });
});

test('what is kept for root is neither free nor used, and a disk without a size says nothing', () => {
  expect(diskValue({ bsize: 1, blocks: 1_000, bfree: 400, bavail: 200 }).figures[0]).toMatchObject({ value: 0.25 });
  expect(diskValue({ bsize: 1, blocks: 0, bfree: 0, bavail: 0 })).toMatchObject({ headline: { value: null, tone: 'plain' } });
});

test('every slice of time has a point, with nulls where nothing happened', () => {
  const from = Date.parse('2026-11-20T12:00:00Z');
  const points = slotPoints({ from, slotMs: 600_000, slots: 3 }, [{ at: from + 600_000, p: 1.26 }], ({ p }) => [p], 1);
  expect(points).toEqual([
    { at: '2026-11-20T12:00:00.000Z', values: [null] },
    { at: '2026-11-20T12:10:00.000Z', values: [1.3] },
    { at: '2026-11-20T12:20:00.000Z', values: [null] },
  ]);
  expect(slotPoints({ from, slotMs: 600_000, slots: 3 }, [], () => [], 1)).toEqual([]);
});

const check = (state: Check['state']): Check => ({ label: 'x', state, words: '' });
test.each([
  [['ok', 'ok'], 0, 'ok', 'Want a look. 2 of 2 hosts are well.'],
  [['ok', 'unknown'], 0, 'plain', 'Want a look. 1 of 2 hosts is well, 1 could not be checked.'],
  [['ok', 'warning'], 1, 'warning', 'Wants a look. 1 of 2 hosts is well.'],
  [['failed', 'warning', 'unknown'], 2, 'critical', 'Want a look. 0 of 3 hosts are well, 1 could not be checked.'],
] as const)('the headline of %j', (states, value, tone, words) => {
  expect(checksHeadline(states.map(check), 'hosts')).toEqual({ value, unit: 'count', tone, words });
});

test('the memory of Redis stands in its INFO, if it tells', () => {
  expect(usedMemory('# Memory\r\nused_memory:123456\r\nused_memory_human:1M\r\n')).toBe(123_456);
  expect(usedMemory('# Server\r\nredis_version:7')).toBeNull();
});

test('the code of a failure is found below what a driver wrapped around it', () => {
  expect(sqlStateOf({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '42501' } } } })).toBe('42501');
  expect(sqlStateOf(Object.assign(new Error('x'), { code: '42P01' }))).toBe('42P01');
  expect(sqlStateOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBeNull();
  expect(sqlStateOf(null)).toBeNull();
});

test('waiting ends with the signal, though the work does not', async () => {
  const never = new Promise<never>(() => undefined);
  const controller = new AbortController();
  const waiting = heed(controller.signal, never);
  controller.abort(new Error('too long'));
  await expect(waiting).rejects.toThrow('too long');
  await expect(heed(controller.signal, never)).rejects.toThrow('too long');
  await expect(heed(new AbortController().signal, Promise.resolve(7))).resolves.toBe(7);
});
