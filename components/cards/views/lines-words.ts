import type { CardValueOf } from '@/lib/protocol/card-value';
import { measureWords } from '../measure-words';

type LinesValue = CardValueOf<'lines'>;

/** A chart for readers: "14 points. Median: last 4 min 12 s, lowest 2 min, highest 9 min." */
export function linesWords({ series, points, unit }: LinesValue): string {
  const each = series.map(({ name }, index) => {
    const values = points.flatMap(({ values }) => values[index] ?? []);
    const last = values.at(-1);
    if (last === undefined) return `${name}: no value.`;
    const words = (value: number) => measureWords(value, unit);
    return `${name}: last ${words(last)}, lowest ${words(Math.min(...values))}, highest ${words(Math.max(...values))}.`;
  });
  return [`${points.length} points.`, ...each].join(' ');
}

/** The value of a series at a point, or its last one where no point is looked at. */
export function valueAt({ points }: LinesValue, series: number, point: number | null): number | null {
  if (point !== null) return points[point]?.values[series] ?? null;
  return points.findLast(({ values }) => values[series] !== null)?.values[series] ?? null;
}
