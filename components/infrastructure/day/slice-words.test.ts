import { describe, expect, it } from 'vitest';
import { formatHour } from '@/components/ui/format-time';
import { aSlice } from '../testing';
import { dayPaths } from './day-paths';
import { dayWords, sliceShare, sliceState, sliceTime, sliceWords } from './slice-words';

const SLICE_MS = 1_800_000;
const from = (index: number) => new Date(Date.parse('2026-11-21T00:00:00.000Z') + index * SLICE_MS).toISOString();

describe('a slice of the day', () => {
  it('is as bad as the worst in it, and unknown is never green', () => {
    expect(sliceState(aSlice({ up: 899, down: 1 }))).toBe('down');
    expect(sliceState(aSlice({ up: 899, warn: 1 }))).toBe('warn');
    expect(sliceState(aSlice({ up: 1, unknown: 800 }))).toBe('up');
    expect(sliceState(aSlice({ unknown: 900 }))).toBe('unknown');
    expect(sliceState(aSlice())).toBe('unknown');
    expect(sliceState(aSlice({ maintenance: 3 }))).toBe('maintenance');
  });

  it('was up for its share of what is known, without maintenance', () => {
    expect(sliceShare(aSlice({ up: 3, warn: 1, unknown: 50, maintenance: 50 }))).toBe(0.75);
    expect(sliceShare(aSlice({ unknown: 4 }))).toBeNull();
  });

  it('tells itself in words', () => {
    expect(sliceWords(aSlice({ up: 900, latencyMs: 12.3 }))).toBe('Up, up 100 %, latency 12 ms');
    expect(sliceWords(aSlice({ up: 840, down: 60, latencyMs: 12.3 }))).toBe('Down at times, up 93.33 %, latency 12 ms');
    expect(sliceWords(aSlice({ down: 900 }))).toBe('Down, up 0.00 %');
    expect(sliceWords(aSlice({ maintenance: 10 }))).toBe('Maintenance');
    expect(sliceWords(aSlice({ unknown: 10 }))).toBe('Nothing known');
  });

  it('names its half hour where the reader is', () => {
    expect(sliceTime(aSlice(), SLICE_MS)).toBe(`${formatHour(Date.parse(from(0)))} to ${formatHour(Date.parse(from(1)))}`);
  });
});

describe('the day for readers', () => {
  it('names each time of trouble once, from its first slice to its last', () => {
    const slices = [{ up: 10 }, { up: 5, down: 5 }, { down: 10 }, { up: 10 }, { up: 9, warn: 1 }].map((counts, index) => aSlice({ from: from(index), ...counts }));
    const hour = (index: number) => formatHour(Date.parse(from(index)));
    expect(dayWords(slices, SLICE_MS)).toBe(
      `Last 24 hours: up 68.00 % of the known time. Down at times from ${hour(1)} to ${hour(3)}. Warning at times from ${hour(4)} to ${hour(5)}.`,
    );
  });

  it('says when there was no trouble, and when nothing is known', () => {
    expect(dayWords([aSlice({ up: 1 })], SLICE_MS)).toBe('Last 24 hours: up 100 % of the known time. No trouble.');
    expect(dayWords([aSlice({ unknown: 1 }), aSlice()], SLICE_MS)).toBe('Last 24 hours: nothing is known.');
  });
});

it('the drawn day has one path for each state, and each state its own height', () => {
  const paths = dayPaths([aSlice({ up: 1 }), aSlice({ down: 1 }), aSlice({ up: 1 }), aSlice(), aSlice({ warn: 1 }), aSlice({ maintenance: 1 })]);
  expect(paths.get('up')?.match(/M/g)).toHaveLength(2);
  const heights = [...paths.values()].map((path) => /v(\d+)/.exec(path)?.[1]);
  expect(new Set(heights).size).toBe(5);
});
