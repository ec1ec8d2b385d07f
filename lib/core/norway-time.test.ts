import { describe, expect, it } from 'vitest';
import { norwayDay, norwayDayBounds, norwayInstant, norwayLocal, shiftDay } from './norway-time';

const iso = (at: number) => new Date(at).toISOString();
const hours = (day: string) => {
  const bounds = norwayDayBounds(day);
  return bounds ? (bounds.end - bounds.start) / 3_600_000 : null;
};

describe('time in Norway', () => {
  it('tells the date and time of a moment, in winter and in summer', () => {
    expect(norwayLocal(Date.parse('2026-01-31T23:30:00Z'))).toBe('2026-02-01T00:30');
    expect(norwayLocal(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01T00:30');
    expect(norwayDay(Date.parse('2026-06-30T21:59:59Z'))).toBe('2026-06-30');
  });

  it('finds the moment of a date and time', () => {
    expect(iso(norwayInstant('2026-01-01T00:00'))).toBe('2025-12-31T23:00:00.000Z');
    expect(iso(norwayInstant('2026-07-01T12:15'))).toBe('2026-07-01T10:15:00.000Z');
  });

  it('moves a skipped hour on, and takes the first of a repeated one', () => {
    expect(norwayLocal(norwayInstant('2026-03-29T02:30'))).toBe('2026-03-29T03:30');
    expect(iso(norwayInstant('2026-10-25T02:30'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['', '2026-11-20', '2026-02-30T10:00', '2026-11-20T25:00', '2026-11-20 10:00', '0000-01-01T00:00', '0001-01-01T00:00', '9999-12-31T12:00', 'x'])('refuses %j', (text) => {
    expect(norwayInstant(text)).toBeNaN();
  });

  it('knows days of 23, 24 and 25 hours', () => {
    expect([hours('2026-03-29'), hours('2026-11-20'), hours('2026-10-25')]).toEqual([23, 24, 25]);
    expect(norwayDayBounds('2026-13-01')).toBeNull();
    expect(norwayDayBounds('yesterday')).toBeNull();
    expect(norwayDayBounds('9999-12-31')).toBeNull();
  });

  it('counts days over the ends of months and years', () => {
    expect([shiftDay('2026-12-31', 1), shiftDay('2028-03-01', -1), shiftDay('x', 1)]).toEqual(['2027-01-01', '2028-02-29', 'x']);
  });
});
