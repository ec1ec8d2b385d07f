import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration, formatHour, formatMinutes, formatTime, formatTimestamp } from './format-time';

const at = new Date(2026, 10, 20, 14, 2, 31).getTime();

describe('formatDuration', () => {
  it.each([
    [-5_000, '0 s'],
    [0, '0 s'],
    [999, '0 s'],
    [12_000, '12 s'],
    [59_999, '59 s'],
    [60_000, '1 min 0 s'],
    [252_000, '4 min 12 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h 0 min'],
    [11_100_000, '3 h 5 min'],
    [86_399_999, '23 h 59 min'],
    [86_400_000, '1 d 0 h'],
    [198_000_000, '2 d 7 h'],
  ])('says %i ms as "%s"', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe('formatMinutes', () => {
  it.each([
    [15, '15 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
    [240, '4 h'],
  ])('says %i minutes as "%s"', (minutes, words) => {
    expect(formatMinutes(minutes)).toBe(words);
  });
});

describe('times of day', () => {
  it('are given with seconds, 24 hours and leading zeros', () => {
    expect(formatTime(at)).toBe('14:02:31');
    expect(formatTime(new Date(2026, 0, 3, 0, 5, 9).getTime())).toBe('00:05:09');
  });

  it('carry the day only when it is another one', () => {
    expect(formatTimestamp(at, '2026-11-20')).toBe('14:02:31');
    expect(formatTimestamp(at, '2026-11-21')).toBe('2026-11-20 14:02:31');
  });

  it('leave the seconds out where people set them', () => {
    expect(formatHour(at)).toBe('14:02');
    expect(formatDate(new Date(2026, 0, 3).getTime())).toBe('2026-01-03');
  });
});
