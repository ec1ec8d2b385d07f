'use client';

import { Timestamp } from '@/components/ui/timestamp';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { measureWords } from '../measure-words';
import { lineLooks } from './line-look';
import { valueAt } from './lines-words';

interface LegendProps {
  readonly value: CardValueOf<'lines'>;
  /** The point under the pointer; null for none. */
  readonly point: number | null;
}

/** Which line is which, with its value under the pointer, or its last. */
export function Legend({ value, point }: LegendProps) {
  const looks = lineLooks(value.series);
  const at = point === null ? undefined : value.points[point]?.at;
  return (
    <p aria-hidden className="figures flex min-w-0 flex-1 items-baseline gap-x-3 overflow-hidden whitespace-nowrap text-xs text-text-muted">
      {value.series.map(({ name }, index) => (
        <span key={name} className="flex items-baseline gap-1.5">
          <svg width={18} height={8} className="shrink-0 self-center">
            <line x1={0} x2={18} y1={4} y2={4} strokeWidth={2} strokeDasharray={looks[index]?.dash.join(' ')} style={{ stroke: `var(${looks[index]?.token ?? '--accent'})` }} />
          </svg>
          {name}
          <span className="text-text">{measureWords(valueAt(value, index, point), value.unit)}</span>
        </span>
      ))}
      {at ? <Timestamp at={at} /> : null}
    </p>
  );
}
