const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its two largest units: "12 s", "4 min 12 s", "3 h 5 min", "2 d 7 h". Negative counts as zero. */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  const part = (unit: number, of: number) => Math.floor((ms % of) / unit);
  if (ms < MINUTE) return `${part(SECOND, MINUTE)} s`;
  if (ms < HOUR) return `${part(MINUTE, HOUR)} min ${part(SECOND, MINUTE)} s`;
  if (ms < DAY) return `${part(HOUR, DAY)} h ${part(MINUTE, HOUR)} min`;
  return `${Math.floor(ms / DAY)} d ${part(HOUR, DAY)} h`;
}

/** A length of time in minutes or hours, for choices: "15 min", "4 h", "1 h 30 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The time of day where the reader is, 24 hours: "14:02:31". */
export function formatTime(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

/** The day where the reader is: "2026-11-20". */
export function formatDate(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The time of day, with the day before it unless that is `today` (as `formatDate` gives it). */
export function formatTimestamp(at: number, today: string): string {
  const day = formatDate(at);
  return day === today ? formatTime(at) : `${day} ${formatTime(at)}`;
}

/** The time of day without seconds, for what people set themselves: "14:02". */
export function formatHour(at: number): string {
  return formatTime(at).slice(0, 5);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
