'use client';

import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { Age } from '@/components/ui/age';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import { useServerNow } from '@/components/ui/use-now';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm } from '@/lib/protocol/unit-alarm';

interface UnitLineProps {
  readonly unit: Unit;
  readonly code: StatusCode | undefined;
  /** Null for those who only look. */
  readonly onClear: (() => void) | null;
  readonly busy: boolean;
}

/** One assigned unit: its code, what it does, and for how long. */
export function UnitLine({ unit, code, onClear, busy }: UnitLineProps) {
  const now = useServerNow();
  const look = UNIT_STATE_LOOK[unit.state];
  const alarm = now === null ? null : unitAlarm(unit, code, now);
  const long = alarm !== null && alarm.level !== 'none';
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-0.5 border-b px-3 py-0.5 text-sm last:border-b-0">
      <strong className="font-semibold">{unit.callSign}</strong>
      <Pill shape={look.shape} tone={look.tone}>
        {unit.code} {look.word}
      </Pill>
      <span className={long && alarm.open ? 'font-medium text-warning' : 'text-text-muted'}>
        <Age since={unit.statusSince} />
        {long ? ' · long' : ''}
      </span>
      {onClear ? (
        <Button size="sm" look="quiet" className="ml-auto" aria-label={`Clear ${unit.callSign}`} disabled={busy} onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </li>
  );
}
