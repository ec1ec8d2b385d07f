import 'server-only';
import { norwayDay, norwayInstant, shiftDay } from '@/lib/core/norway-time';
import { Prisma } from '@/lib/server/db/client';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A stretch of time cut into slices: each ends where the next starts, the last one at `until`, which belongs to it. */
export interface TimeSlices {
  readonly starts: readonly [Date, ...Date[]];
  readonly until: Date;
}

/** Whole hours of the clock, the last of which is the one that runs. */
export function hourSlices(now: Date, hours: number): TimeSlices {
  const last = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return slices(now, Array.from({ length: hours }, (_, index) => last - (hours - 1 - index) * HOUR_MS));
}

/** Days in Norway, the last of which is today. */
export function daySlices(now: Date, days: number): TimeSlices {
  return slices(now, norwayStarts(now, days, ['00:00']));
}

/** Half days in Norway, from midnight and from noon, the last of which is the one that runs. */
export function halfDaySlices(now: Date, halves: number): TimeSlices {
  return slices(now, norwayStarts(now, halves, ['00:00', '12:00']));
}

/** All of the time from `ms` ago until now as one slice. */
export function oneSlice(now: Date, ms: number): TimeSlices {
  return { starts: [new Date(now.getTime() - ms)], until: now };
}

/** A condition: the moment lies in the slices. */
export function within(at: Prisma.Sql, { starts, until }: TimeSlices): Prisma.Sql {
  return Prisma.sql`${at} >= ${starts[0]}::timestamptz AND ${at} <= ${until}::timestamptz`;
}

/** A number from 0: which slice a moment lies in. */
export function sliceOf(at: Prisma.Sql, { starts }: TimeSlices): Prisma.Sql {
  return Prisma.sql`width_bucket(${at}, ${starts.map((start) => start.toISOString())}::text[]::timestamptz[]) - 1`;
}

/** A point for each slice; `valuesOf` gets the slice’s row, or undefined where nothing happened. */
export function toPoints<Row extends { slice: number | null }>(
  { starts }: TimeSlices,
  rows: readonly Row[],
  valuesOf: (row: Row | undefined) => (number | null)[],
): { at: string; values: (number | null)[] }[] {
  const bySlice = new Map(rows.map((row) => [row.slice, row]));
  return starts.map((start, index) => ({ at: start.toISOString(), values: valuesOf(bySlice.get(index)) }));
}

function norwayStarts(now: Date, count: number, times: readonly string[]): number[] {
  const today = norwayDay(now.getTime());
  const days = Array.from({ length: count }, (_, index) => shiftDay(today, index - count + 1));
  const starts = days.flatMap((day) => times.map((time) => norwayInstant(`${day}T${time}`)));
  return starts.filter((start) => start <= now.getTime()).slice(-count);
}

function slices(until: Date, starts: readonly number[]): TimeSlices {
  const [first = until, ...others] = starts.map((start) => new Date(start));
  return { starts: [first, ...others], until };
}
