import { formatDate } from '@/components/ui/format-time';

/** When a message ends: so many minutes after its start, at the end of the shift, or not by itself. */
export const EXPIRIES = ['15', '60', '240', 'shift', 'never'] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** How many minutes after its start a message must be acknowledged; empty for no deadline. */
export const ACK_WITHIN = ['', '2', '5', '15', '30'] as const;
export type AckWithin = (typeof ACK_WITHIN)[number];

/** The hours at which a shift hands over, local time. */
const HANDOVER_HOURS = [7, 19] as const;
const MINUTE = 60_000;

/** When the shift that runs at `start` ends. Milliseconds. */
export function shiftEnd(start: number): number {
  const candidates = [0, 1].flatMap((days) =>
    HANDOVER_HOURS.map((hour) => {
      const date = new Date(start);
      date.setDate(date.getDate() + days);
      return date.setHours(hour, 0, 0, 0);
    }),
  );
  return Math.min(...candidates.filter((at) => at > start));
}

// "14:30", or "2026-11-20 14:30".
const START = /^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}:\d{2})$/;

/**
 * Reads a start as people write it, in local time: a time of day means the next time the clock shows it.
 * Our own field instead of the browser's, which shows 12-hour clocks to many. Milliseconds; NaN for anything else.
 */
export function parseStart(text: string, now: number): number {
  const match = START.exec(text.trim());
  if (!match?.[2]) return Number.NaN;
  const time = match[2].padStart(5, '0');
  if (match[1]) return Date.parse(`${match[1]}T${time}`);
  const today = Date.parse(`${formatDate(now)}T${time}`);
  return today > now ? today : new Date(today).setDate(new Date(today).getDate() + 1);
}

/** The end of a message that starts at `start`; null when it stays until recalled. Milliseconds. */
export function expiryAt(expiry: Expiry, start: number): number | null {
  if (expiry === 'never') return null;
  if (expiry === 'shift') return shiftEnd(start);
  return start + Number(expiry) * MINUTE;
}

/** The deadline of a message that starts at `start`; null when it has none. Milliseconds. */
export function deadlineAt(within: AckWithin, start: number): number | null {
  return within === '' ? null : start + Number(within) * MINUTE;
}
