import { norwayDay, norwayInstant, shiftDay } from '@/lib/core/norway-time';

// "14:30", "2026-11-20 14:30", and what date fields give: "2026-11-20T14:30".
const WHEN = /^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}[:.]\d{2})$/;
const LONG_AGO_MS = 6 * 3_600_000;

/**
 * Reads when a fire starts, in Norwegian time. A time of day alone means today; one that is long past means tomorrow.
 * Milliseconds; NaN for anything else.
 */
export function parseStart(text: string, now: number): number {
  return parse(text, norwayDay(now), (at) => at >= now - LONG_AGO_MS);
}

/** Reads when a fire ends: a time of day alone is the next one after its start. Milliseconds; NaN for anything else. */
export function parseEnd(text: string, start: number): number {
  return Number.isNaN(start) ? Number.NaN : parse(text, norwayDay(start), (at) => at > start);
}

function parse(text: string, day: string, fits: (at: number) => boolean): number {
  const match = WHEN.exec(text.trim());
  if (!match?.[2]) return Number.NaN;
  const time = match[2].replace('.', ':').padStart(5, '0');
  if (match[1]) return norwayInstant(`${match[1]}T${time}`);
  const at = norwayInstant(`${day}T${time}`);
  return Number.isNaN(at) || fits(at) ? at : norwayInstant(`${shiftDay(day, 1)}T${time}`);
}
