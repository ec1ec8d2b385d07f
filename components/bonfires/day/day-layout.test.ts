import { describe, expect, it } from 'vitest';
import { norwayDayBounds } from '@/lib/core/norway-time';
import { hourMarks, momentOnDay, placeOnDay, type DayBounds } from './day-layout';

function boundsOf(day: string): DayBounds {
  const bounds = norwayDayBounds(day);
  if (!bounds) throw new Error(`${day} is no day.`);
  return bounds;
}

const winter = boundsOf('2026-11-20');

describe('a fire on its day', () => {
  it('lies at its hours', () => {
    expect(placeOnDay('2026-11-20T11:00:00Z', '2026-11-20T17:00:00Z', winter)).toEqual({ left: 50, width: 25, before: false, after: false });
  });

  it('is cut at the edges and says that it goes on', () => {
    expect(placeOnDay('2026-11-19T11:00:00Z', '2026-11-20T05:00:00Z', winter)).toEqual({ left: 0, width: 25, before: true, after: false });
    expect(placeOnDay('2026-11-20T17:00:00Z', '2026-11-21T05:00:00Z', winter)).toEqual({ left: 75, width: 25, before: false, after: true });
  });

  it('ends with the day without going on', () => {
    expect(placeOnDay('2026-11-20T17:00:00Z', '2026-11-20T23:00:00Z', winter).after).toBe(false);
  });
});

it('shows a moment only on its own day', () => {
  expect(momentOnDay(winter.start, winter)).toBe(0);
  expect(momentOnDay(winter.end, winter)).toBeNull();
  expect(momentOnDay(winter.start - 1, winter)).toBeNull();
});

it('marks the hours by the clock on days that are not 24 hours long', () => {
  const noon = (day: string) => hourMarks(day, boundsOf(day)).find(({ hour }) => hour === '12')?.left ?? 0;
  expect(noon('2026-11-20')).toBe(50);
  expect(noon('2026-03-29')).toBeCloseTo((11 / 23) * 100);
  expect(noon('2026-10-25')).toBeCloseTo((13 / 25) * 100);
});
