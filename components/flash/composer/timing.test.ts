import { describe, expect, it } from 'vitest';
import { deadlineAt, expiryAt, parseStart, shiftEnd } from './timing';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('the end of the shift', () => {
  it.each([
    ['in the night', at(20, 3), at(20, 7)],
    ['by day', at(20, 14, 2), at(20, 19)],
    ['in the evening', at(20, 22), at(21, 7)],
    ['exactly at handover it is the next one', at(20, 19), at(21, 7)],
    ['across the end of a month', at(30, 23), new Date(2026, 11, 1, 7).getTime()],
  ])('%s', (_when, start, end) => {
    expect(shiftEnd(start)).toBe(end);
  });
});

describe('a start as people write it', () => {
  it.each([
    ['14:30', at(20, 14, 30)],
    ['9:05', at(21, 9, 5)],
    [' 14:02 ', at(21, 14, 2)],
    ['2026-11-25 08:00', at(25, 8)],
    ['2026-11-25T08:00', at(25, 8)],
    ['2026-11-01 08:00', at(1, 8)],
  ])('"%s" at 14:02 on the 20th', (text, start) => {
    expect(parseStart(text, at(20, 14, 2))).toBe(start);
  });

  it.each(['', 'soon', '25:00', '14:61', '2026-13-01 08:00', '14.30'])('"%s" is none', (text) => {
    expect(parseStart(text, at(20, 14, 2))).toBeNaN();
  });
});

describe('times of a message', () => {
  it('end so many minutes after the start', () => {
    expect(expiryAt('15', at(20, 14))).toBe(at(20, 14, 15));
    expect(expiryAt('240', at(20, 22))).toBe(at(21, 2));
  });

  it('may have no end and no deadline', () => {
    expect(expiryAt('never', at(20, 14))).toBeNull();
    expect(deadlineAt('', at(20, 14))).toBeNull();
  });

  it('have a deadline counted from the start', () => {
    expect(deadlineAt('5', at(20, 14))).toBe(at(20, 14, 5));
  });
});
