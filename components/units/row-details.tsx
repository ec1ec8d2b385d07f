'use client';

import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { Timestamp } from '@/components/ui/timestamp';
import { useServerNow } from '@/components/ui/use-now';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { tellAlarm } from './alarm-words';
import { useRowState } from './row-state';

interface RowDetailsProps {
  readonly unit: Unit;
  readonly code: StatusCode | undefined;
}

/** What is special about a unit now: what is on its way, its time limit and who took note of it, when it is back, its note. */
export function RowDetails({ unit, code }: RowDetailsProps) {
  const { sending } = useRowState(unit.id);
  return (
    <span className="flex min-w-0 flex-wrap py-0.5 items-center gap-x-2.5 overflow-hidden text-xs @max-[860px]:order-5 @max-[860px]:col-span-4 [&>*]:shrink-0">
      {sending ? (
        <span role="status" className="text-accent">
          Sending {sending}…
        </span>
      ) : null}
      <Alarm unit={unit} code={code} />
      {unit.availableAt ? (
        <span>
          available at <Timestamp at={unit.availableAt} />
        </span>
      ) : null}
      {unit.note ? (
        <span title={unit.note} className="max-w-full truncate">
          {unit.note}
        </span>
      ) : null}
      <span className="truncate text-text-muted @min-[860px]:hidden">
        {unit.kind} · {unit.station}
      </span>
    </span>
  );
}

function Alarm({ unit, code }: RowDetailsProps) {
  const now = useServerNow();
  if (now === null) return null;
  const { level, open, muted, words } = tellAlarm(unit, code, now);
  return (
    <>
      {words === null ? null : (
        <span className={cn('figures flex items-center gap-1 font-medium', !open ? 'text-text-muted' : level === 'alert' ? 'text-critical' : 'text-warning')}>
          <Shape name={level === 'alert' ? 'square' : 'triangle'} size={9} />
          {level === 'alert' ? 'Alert' : 'Warning'}: {words}
        </span>
      )}
      {words !== null && unit.ack ? (
        <span title={unit.ack.note ?? undefined} className="max-w-full truncate text-text-muted">
          {unit.ack.level === 'warn' && level === 'alert' ? 'warning seen by' : 'seen by'} {unit.ack.by.name}
          {unit.ack.note ? ` (${unit.ack.note})` : ''}
        </span>
      ) : null}
      {muted && unit.mutedUntil ? (
        <span className="text-text-muted">
          muted until <Timestamp at={unit.mutedUntil} />
        </span>
      ) : null}
    </>
  );
}
