import { formatMinutes } from '@/components/ui/format-time';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm, type UnitAlarm } from '@/lib/protocol/unit-alarm';

type Limits = Pick<StatusCode, 'warnSeconds' | 'alertSeconds'>;

/** How a unit's time in its status stands, with words for it; `words` is null while it is within its limits. */
export interface AlarmTold extends UnitAlarm {
  readonly words: string | null;
}

/** Judges a unit's time in its status and says it: "for 32 min, limit 30 min". `now`: the server's clock in milliseconds. */
export function tellAlarm(unit: Unit, code: Limits | undefined, now: number): AlarmTold {
  const alarm = unitAlarm(unit, code, now);
  const limit = alarm.level === 'alert' ? code?.alertSeconds : code?.warnSeconds;
  if (alarm.level === 'none' || !limit) return { ...alarm, words: null };
  const seconds = Math.floor((now - Date.parse(unit.statusSince)) / 1_000);
  return { ...alarm, words: `for ${lengthWords(seconds)}, limit ${lengthWords(limit)}` };
}

/** A length of time without what does not matter: seconds under a minute, whole minutes from there on. */
export function lengthWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : formatMinutes(Math.floor(seconds / 60));
}
