import { formatDuration } from '@/components/ui/format-time';
import type { CardUnit } from '@/lib/protocol/card-value';

/** Stands where there is nothing to count from. */
export const NO_VALUE = '–';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

const WORDS: Readonly<Record<CardUnit, (value: number) => string>> = {
  count: (value) => grouped(Number.isInteger(value) ? String(value) : rounded(value, 1)),
  ratio: (value) => `${percent(value * 100)} %`,
  seconds: (value) => durationWords(value * SECOND_MS),
  milliseconds: durationWords,
  bytes: byteWords,
  days: dayWords,
};

/** A number as a person reads it: 0.873 of a ratio is "87 %", 252 seconds are "4 min 12 s"; null is "–". */
export function measureWords(value: number | null, unit: CardUnit): string {
  if (value === null || !Number.isFinite(value)) return NO_VALUE;
  return value < 0 ? `−${WORDS[unit](-value)}` : WORDS[unit](value);
}

/** One piece of such words: digits, or the unit that stands beside them, with its spaces. */
export interface MeasurePart {
  readonly text: string;
  readonly isUnit: boolean;
}

/** The words taken apart, so that units can be written smaller than what they measure. */
export function measureParts(words: string): MeasurePart[] {
  return words
    .split(/( ?[\p{L}%]+ ?)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, isUnit: /[\p{L}%]/u.test(text) }));
}

/** How long something holds, in one unit where that is exact: "30 s", "5 min", "1 h", "1 min 30 s". */
export function spanWords(ms: number): string {
  return formatDuration(ms).replace(/ 0 \p{L}+$/u, '');
}

// "100 %" is all of it: what is a little less never rounds up to it.
function percent(value: number): string {
  if (value < 100 && value >= 99.5) return rounded(Math.floor(value * 10) / 10, 1);
  return value < 10 ? rounded(value, 1) : grouped(String(Math.round(value)));
}

function durationWords(ms: number): string {
  if (ms === 0) return '0 s';
  if (ms < 10) return `${rounded(ms, 1)} ms`;
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  return ms < 10 * SECOND_MS ? `${rounded(ms / SECOND_MS, 1)} s` : spanWords(Math.round(ms / SECOND_MS) * SECOND_MS);
}

function byteWords(bytes: number): string {
  let value = bytes;
  let power = 0;
  // Not 1000 of one unit but 1 of the next, also when only the rounding gets there.
  while (value >= 999.95 && power < BYTES.length - 1) {
    value /= 1_000;
    power += 1;
  }
  return `${power === 0 ? Math.round(value) : rounded(value, 1)} ${BYTES[power] ?? ''}`;
}

function dayWords(days: number): string {
  if (days > 0 && days < 2 && !Number.isInteger(days)) return spanWords(days * DAY_MS);
  const whole = Math.floor(days);
  return `${grouped(String(whole))} ${whole === 1 ? 'day' : 'days'}`;
}

function rounded(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.0+$/, '');
}

// A narrow space that does not break: 12 345.
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}
