'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { useServerNow } from '@/components/ui/use-now';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm } from '@/lib/protocol/unit-alarm';

interface AlarmFrameProps {
  readonly unit: Unit;
  readonly code: StatusCode | undefined;
  readonly selected: boolean;
  readonly children: ReactNode;
}

/** The ground of a row: tinted while nobody has taken note of its time limit. Judged each second; what is in it is not drawn anew. */
export function AlarmFrame({ unit, code, selected, children }: AlarmFrameProps) {
  const now = useServerNow();
  const alarm = now === null ? null : unitAlarm(unit, code, now);
  return (
    <div
      className={cn(
        'border-b',
        selected && 'bg-text/6 shadow-[inset_3px_0_0_var(--accent)]',
        alarm?.open && alarm.level === 'warn' && 'bg-warning/10',
        alarm?.open && alarm.level === 'alert' && 'bg-critical/14',
      )}
    >
      {children}
    </div>
  );
}
