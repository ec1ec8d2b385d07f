import { expect, it } from 'vitest';
import type { CardValue } from '@/lib/protocol/card-value';
import { aCard, aResult } from '../testing';
import { needsRoom } from './needs-room';

const wide = (value: CardValue) => needsRoom(aCard('x', { result: aResult(1, value) }, { wide: true }));
const table = (columns: number, rows: readonly string[]): CardValue => ({
  view: 'table',
  headline: null,
  columns: Array.from({ length: columns }, (_, index) => ({ label: `Column ${index}`, kind: 'text' })),
  rows: rows.map((cell) => Array.from({ length: columns }, () => cell)),
  total: rows.length,
  empty: 'Nothing.',
});
const bars = (count: number): CardValue => ({
  view: 'bars',
  headline: null,
  unit: 'count',
  bars: Array.from({ length: count }, (_, index) => ({ label: `Bar ${index}`, value: 1, tone: 'plain', words: null })),
  empty: 'Nothing.',
});
const lines = (points: number): CardValue => ({
  view: 'lines',
  headline: null,
  unit: 'count',
  series: [{ name: 'All', tone: 'plain' }],
  points: Array.from({ length: points }, () => ({ at: '2026-11-21T12:00:00.000Z', values: [1] })),
  figures: [],
  empty: 'Nothing.',
});

it('takes the room of two only for what one column would cut', () => {
  expect(wide(table(6, []))).toBe(false);
  expect(wide(table(6, ['x']))).toBe(true);
  expect(wide(table(2, ['short']))).toBe(false);
  expect(wide(table(2, ['a sentence that is longer than a cell']))).toBe(true);
  expect([wide(bars(6)), wide(bars(7))]).toEqual([false, true]);
  expect([wide(lines(0)), wide(lines(2))]).toEqual([false, true]);
});

it('keeps its room while nothing is known, and never takes what it is not meant to have', () => {
  expect(needsRoom(aCard('x', {}, { wide: true }))).toBe(true);
  expect(needsRoom(aCard('x', { result: aResult(1, table(6, ['x'])) }))).toBe(false);
});
