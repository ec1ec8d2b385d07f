import type { StatusCode, Unit } from './unit';

/** How a unit's time in its status stands. `open`: somebody should still take note. */
export interface UnitAlarm {
  readonly level: 'none' | 'warn' | 'alert';
  readonly open: boolean;
  readonly muted: boolean;
}

/**
 * Judges how long a unit has been in its status against its code's limits, by the server's clock `now` (ms).
 * An acknowledgement of the warning does not cover the alert.
 */
export function unitAlarm(unit: Unit, code: Pick<StatusCode, 'warnSeconds' | 'alertSeconds'> | undefined, now: number): UnitAlarm {
  const seconds = (now - Date.parse(unit.statusSince)) / 1_000;
  const reached = (limit: number | null | undefined) => limit !== null && limit !== undefined && seconds >= limit;
  const level = reached(code?.alertSeconds) ? 'alert' : reached(code?.warnSeconds) ? 'warn' : 'none';
  const muted = unit.mutedUntil !== null && Date.parse(unit.mutedUntil) > now;
  const covered = unit.ack !== null && (unit.ack.level === 'alert' || unit.ack.level === level);
  return { level, open: level !== 'none' && !covered && !muted, muted };
}
