import { formatDate, formatHour } from '@/components/ui/format-time';
import type { CardUnit } from '@/lib/protocol/card-value';
import { measureWords } from '../measure-words';

/** Steps between marks of an axis in seconds that people count in; other units take the usual ones. */
const SECOND_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400, 172_800, 604_800];

const MILLISECOND_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, ...SECOND_STEPS.filter((step) => step >= 1).map((step) => step * 1_000)];

/** Steps between marks of an axis; undefined for the usual ones. */
export function axisSteps(unit: CardUnit): number[] | undefined {
  if (unit === 'seconds') return SECOND_STEPS;
  if (unit === 'milliseconds') return MILLISECOND_STEPS;
  return unit === 'count' ? [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000] : undefined;
}

/** A mark of the upright axis. */
export function axisValue(value: number, unit: CardUnit): string {
  return value === 0 ? '0' : measureWords(value, unit);
}

/** A mark of the time axis where the reader is; `at` in seconds. Midnight is told by its day: "11-20". */
export function axisTime(at: number): string {
  const hour = formatHour(at * 1_000);
  return hour === '00:00' ? formatDate(at * 1_000).slice(5) : hour;
}
