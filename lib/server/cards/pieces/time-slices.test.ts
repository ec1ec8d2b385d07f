import { describe, expect, it } from 'vitest';
import { daySlices, halfDaySlices, hourSlices, toPoints } from './time-slices';

const startsOf = ({ starts }: { starts: readonly Date[] }) => starts.map((start) => start.toISOString());

describe('slices of time', () => {
  it('are hours of the clock, the last of which runs', () => {
    expect(startsOf(hourSlices(new Date('2026-11-20T13:59:59.999Z'), 2))).toEqual(['2026-11-20T12:00:00.000Z', '2026-11-20T13:00:00.000Z']);
    expect(startsOf(hourSlices(new Date('2026-11-20T14:00:00Z'), 2))).toEqual(['2026-11-20T13:00:00.000Z', '2026-11-20T14:00:00.000Z']);
  });

  it('are days in Norway, also when the clock is put back', () => {
    expect(startsOf(daySlices(new Date('2026-10-26T10:00:00Z'), 3))).toEqual(['2026-10-23T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });

  it('are half days in Norway: in the morning the afternoon is not among them', () => {
    expect(startsOf(halfDaySlices(new Date('2026-10-25T10:59:59Z'), 3))).toEqual(['2026-10-23T22:00:00.000Z', '2026-10-24T10:00:00.000Z', '2026-10-24T22:00:00.000Z']);
    expect(startsOf(halfDaySlices(new Date('2026-10-25T11:00:00Z'), 2))).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T11:00:00.000Z']);
  });

  it('have a point each, also where nothing happened', () => {
    const points = toPoints(hourSlices(new Date('2026-11-20T14:00:00Z'), 2), [{ slice: 1, n: 3 }, { slice: null, n: 9 }], (row) => [row?.n ?? null]);
    expect(points.map(({ values }) => values)).toEqual([[null], [3]]);
  });
});
