const MINUTE = 60_000;
const DAY = 86_400_000;
const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;
const EARLIEST = Date.parse('0001-01-03T00:00Z');
const LATEST = Date.parse('9999-12-30T00:00Z');
const DATE = /^\d{4}-\d{2}-\d{2}$/;

// This locale writes dates and times as ISO 8601 does.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The date and time in Norway: "2026-11-20T14:02". `at` in milliseconds. */
export function norwayLocal(at: number): string {
  return format.format(at).replace(' ', 'T');
}

/** The date in Norway: "2026-11-20". `at` in milliseconds. */
export function norwayDay(at: number): string {
  return norwayLocal(at).slice(0, 10);
}

/** Today's date in Norway. */
export function norwayToday(): string {
  return norwayDay(Date.now());
}

/**
 * The moment of a date and time in Norway, "2026-11-20T14:02", in milliseconds; NaN for what is none. A time that
 * summer time skips is the one an hour later, a time that comes twice is the first of the two.
 */
export function norwayInstant(local: string): number {
  if (!LOCAL.test(local)) return Number.NaN;
  const asUtc = Date.parse(`${local}:00Z`);
  // Two days off the ends of what four digits can write, so that the days around it can be written, too.
  if (!(asUtc > EARLIEST && asUtc < LATEST)) return Number.NaN;
  // Rolled over by Date, as in 31 April.
  if ( new Date(asUtc).toISOString().slice(0, 16) !== local) return Number.NaN;
  const candidates = [asUtc - offsetAt(asUtc - DAY), asUtc - offsetAt(asUtc + DAY)];
  const fitting = candidates.filter((at) => norwayLocal(at) === local);
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
}

/** A calendar day in Norway, from its first moment up to, not including, `end`. Milliseconds; null for what is no date. */
export function norwayDayBounds(day: string): { readonly start: number; readonly end: number } | null {
  const start = norwayInstant(`${day}T00:00`);
  const end = norwayInstant(`${shiftDay(day, 1)}T00:00`);
  return Number.isNaN(start) || Number.isNaN(end) ? null : { start, end };
}

/** The date so many days after another; the same text when that is no date. */
export function shiftDay(day: string, days: number): string {
  const at = DATE.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? day : new Date(at + days * DAY).toISOString().slice(0, 10);
}

function offsetAt(at: number): number {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return Date.parse(`${norwayLocal(minute)}:00Z`) - minute;
}
