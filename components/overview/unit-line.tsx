'use client';

import Link from 'next/link';
import { memo } from 'react';
import { tellAlarm } from '@/components/units/alarm-words';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { Pill } from '@/components/ui/pill';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import { useServerNow } from '@/components/ui/use-now';
import type { StatusCode, Unit } from '@/lib/protocol/unit';

interface UnitLineProps {
  readonly unit: Unit;
  readonly code: StatusCode | undefined;
  /** Null while it works for none, or for one that is not open. */
  readonly incidentNumber: string | null;
}

/** One unit: call sign, state, for which incident, how long. */
export const UnitLine = memo(function UnitLine({ unit, code, incidentNumber }: UnitLineProps) {
  const { shape, word, tone } = UNIT_STATE_LOOK[unit.state];
  return (
    <li title={unit.name} className="grid h-7 grid-cols-[3.25rem_minmax(0,1fr)_6.25rem] items-center gap-x-2 border-b px-3 text-sm">
      <span className="truncate font-medium">{unit.callSign}</span>
      <span title={code?.text ?? word} className="flex min-w-0 items-center gap-1.5">
        <Shape name={shape} size={10} className={TONE_TEXT[tone]} />
        <span className={cn('figures', TONE_TEXT[tone])}>{unit.code}</span>
        <span className="truncate text-xs text-text-muted @max-[280px]:sr-only">{word}</span>
        {unit.incidentId && incidentNumber ? (
          <Link href={`/incidents/${encodeURIComponent(unit.incidentId)}`} prefetch={false} className="figures ml-auto rounded-sm text-accent underline-offset-2 hover:underline">
            {incidentNumber}
          </Link>
        ) : null}
      </span>
      <TimeInStatus unit={unit} code={code} />
    </li>
  );
});

function TimeInStatus({ unit, code }: Pick<UnitLineProps, 'unit' | 'code'>) {
  const now = useServerNow();
  const alarm = now === null ? null : tellAlarm(unit, code, now);
  const age = <Age since={unit.statusSince} />;
  if (!alarm?.open) return <span className="text-right text-text-muted">{age}</span>;
  return (
    <Pill className="justify-self-end" tone={alarm.level === 'alert' ? 'critical' : 'warning'} shape={alarm.level === 'alert' ? 'square' : 'triangle'}>
      <span className="sr-only">{alarm.words}</span>
      {age}
    </Pill>
  );
}
