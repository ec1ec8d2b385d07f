import { norwayInstant } from '@/lib/core/norway-time';

/** A day on the screen: its first moment and its end, in milliseconds. */
export interface DayBounds {
  readonly start: number;
  readonly end: number;
}

/** Where a fire lies on its day, in percent of the day's length, and whether it goes on beyond an edge. */
export interface BarPlace {
  readonly left: number;
  readonly width: number;
  readonly before: boolean;
  readonly after: boolean;
}

/** Places a fire on a day, cut at the day's edges. */
export function placeOnDay(startsAt: string, endsAt: string, day: DayBounds): BarPlace {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const left = percent(Math.max(start, day.start), day);
  return { left, width: percent(Math.min(end, day.end), day) - left, before: start < day.start, after: end > day.end };
}

/** Where a moment lies on a day, in percent; null when it is another day's. */
export function momentOnDay(at: number, day: DayBounds): number | null {
  return at >= day.start && at < day.end ? percent(at, day) : null;
}

/** Every third hour by the clock, also on days of 23 and 25 hours: its name and its place in percent. */
export function hourMarks(date: string, day: DayBounds): { readonly hour: string; readonly left: number }[] {
  const hours = ['00', '03', '06', '09', '12', '15', '18', '21'];
  return hours.map((hour) => ({ hour, left: percent(norwayInstant(`${date}T${hour}:00`), day) }));
}

function percent(at: number, { start, end }: DayBounds): number {
  return ((at - start) / (end - start)) * 100;
}
