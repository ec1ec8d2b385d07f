import { norwayLocal } from '@/lib/core/norway-time';

/** From when to when, in Norwegian time: "2026-11-20 14:00–18:00", or with both days where they differ. */
export function spanWords(startsAt: string, endsAt: string): string {
  const [startDay, startTime] = dayAndTime(startsAt);
  const [endDay, endTime] = dayAndTime(endsAt);
  return startDay === endDay ? `${startDay} ${startTime}–${endTime}` : `${startDay} ${startTime} – ${endDay} ${endTime}`;
}

/** The same for one day's list: the times, and the other day only where it begins or ends on another. */
export function spanOnDay(startsAt: string, endsAt: string, day: string): string {
  const [start, end] = [startsAt, endsAt].map((at) => {
    const [date, time] = dayAndTime(at);
    return date === day ? time : `${date.slice(5)} ${time}`;
  });
  return `${start}–${end}`;
}

function dayAndTime(at: string): readonly [day: string, time: string] {
  const local = norwayLocal(Date.parse(at));
  return [local.slice(0, 10), local.slice(11)];
}
