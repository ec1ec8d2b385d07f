'use client';

import { memo } from 'react';
import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { Incident } from '@/lib/protocol/incident';
import type { StatusCode, Unit, UnitPolicy } from '@/lib/protocol/unit';
import { AlarmFrame } from './alarm-frame';
import { ColourSample } from './colour-sample';
import { rowId } from './focus-row';
import { IncidentLink } from './incident-link';
import { RowButtons } from './row-buttons';
import { RowDetails } from './row-details';
import { RowForm } from './row-form';
import { RowMenu } from './row-menu';
import { RowNotices } from './row-notices';
import { patchRow } from './row-state';
import { UNIT_STATE_LOOK } from './state-look';
import type { DoToUnit } from './use-unit-act';

interface UnitRowProps {
  readonly unit: Unit;
  /** Undefined when the unit's code was taken away since. */
  readonly code: StatusCode | undefined;
  readonly codes: readonly StatusCode[];
  readonly policy: UnitPolicy;
  readonly incident: Incident | undefined;
  readonly incidents: readonly Incident[];
  readonly mayWrite: boolean;
  readonly selected: boolean;
  /** Whether Tab comes to this row rather than to another one. */
  readonly tabStop: boolean;
  readonly act: DoToUnit;
}

/** A unit on the board: who, what, since when, where, and what can be done to it. */
export const UnitRow = memo(function UnitRow({ unit, code, codes, policy, incident, incidents, mayWrite, selected, tabStop, act }: UnitRowProps) {
  const look = UNIT_STATE_LOOK[unit.state];
  const text = code?.text ?? look.word;
  return (
    <AlarmFrame unit={unit} code={code} selected={selected}>
      <div
        id={rowId(unit.id)}
        data-unit={unit.id}
        role="group"
        aria-label={`${unit.callSign}, ${unit.code} ${text}, ${look.word}`}
        tabIndex={tabStop ? 0 : -1}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.target !== event.currentTarget || !mayWrite) return;
          event.preventDefault();
          patchRow(unit.id, { menuOpen: true });
        }}
        className="grid min-h-8 grid-cols-[minmax(3.5rem,auto)_minmax(0,1fr)_auto_auto] items-center gap-x-2.5 px-3 py-1 text-sm focus-visible:-outline-offset-2 @min-[860px]:grid-cols-[4.5rem_minmax(0,1.4fr)_minmax(0,3.1fr)_5rem_minmax(9rem,1.5fr)_8rem_auto] @min-[860px]:py-0"
      >
        <span className="font-semibold">{unit.callSign}</span>
        <span title={`${unit.name}, ${unit.kind}, ${unit.station}`} className="truncate text-xs text-text-muted @max-[860px]:hidden">
          {unit.kind} · {unit.station}
        </span>
        <span title={`${unit.code} ${text}, ${look.word}`} className="flex min-w-0 items-center gap-1.5">
          <Shape name={look.shape} size={10} className={cn(look.tone === 'accent' && 'text-accent', look.tone === 'info' && 'text-info', look.tone === 'ok' && 'text-ok', look.tone === 'calm' && 'text-text-muted')} />
          {code?.colour ? <ColourSample colour={code.colour} /> : null}
          <span className="figures min-w-0 truncate">
            <span className="font-semibold">{unit.code}</span> {text}
            <span className="text-text-muted"> · {look.word.toLowerCase()}</span>
          </span>
        </span>
        <Age since={unit.statusSince} className="text-right" />
        <RowDetails unit={unit} code={code} />
        <IncidentLink unit={unit} incident={incident} />
        {mayWrite ? (
          <span className="flex items-center justify-end gap-0.5 @max-[860px]:col-start-4 @max-[860px]:row-start-1 @min-[860px]:w-45">
            <RowButtons unit={unit} codes={codes} act={act} />
            <RowMenu unit={unit} codes={codes} policy={policy} act={act} />
          </span>
        ) : null}
      </div>
      <RowNotices unitId={unit.id} callSign={unit.callSign} known={[unit, ...incidents]} />
      {mayWrite ? <RowForm unit={unit} codes={codes} incidents={incidents} act={act} /> : null}
    </AlarmFrame>
  );
});
