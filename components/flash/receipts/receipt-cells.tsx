'use client';

import { Timestamp } from '@/components/ui/timestamp';

interface StepCellProps {
  readonly at: string | null;
  /** Stands in for a time that has not come. */
  readonly missing: string;
  readonly latencyMs?: number | null;
}

/** When a step was taken, and for the first one how long it took. */
export function StepCell({ at, missing, latencyMs = null }: StepCellProps) {
  if (at === null) return <span className="text-text-muted">{missing}</span>;
  return (
    <span className="inline-flex items-baseline gap-2 @max-[520px]:flex-col @max-[520px]:gap-0">
      <Timestamp at={at} />
      {latencyMs === null ? null : <span className="figures text-xs text-text-muted">{latencyMs} ms</span>}
    </span>
  );
}
