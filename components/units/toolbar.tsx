'use client';

import { Settings2, Truck } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { QuietLink } from '@/components/ui/quiet-link';
import { Shape } from '@/components/ui/shape';
import { StaleBadge } from '@/components/ui/stale-badge';
import type { StatusCode } from '@/lib/protocol/unit';
import { FindUnit } from './find-unit';
import type { FilledGroup } from './groups';
import { OverTime } from './over-time';
import { UNIT_STATE_LOOK } from './state-look';

interface ToolbarProps {
  readonly groups: readonly FilledGroup[];
  readonly codeOf: ReadonlyMap<string, StatusCode>;
  readonly mayManage: boolean;
  readonly selectedId: string | null;
  readonly onSelect: (unitId: string, scroll: boolean) => void;
  readonly onReach: (unitId: string) => void;
  readonly onGroup: (groupId: string) => void;
}

/** Over the board: how many units do what, those over their time, a call sign to find. */
export function Toolbar({ groups, codeOf, mayManage, selectedId, onSelect, onReach, onGroup }: ToolbarProps) {
  const units = groups.flatMap((group) => group.units);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface-raised px-3 py-1.5">
      <h1 className="text-base font-semibold">Units</h1>
      <FindUnit units={units} selectedId={selectedId} onSelect={onSelect} onReach={onReach} />
      <OverTime units={units} codeOf={codeOf} selectedId={selectedId} onReach={onReach} />
      <StaleBadge />
      {mayManage ? (
        <span className="ml-auto flex">
          <QuietLink href="/units/manage" icon={Truck}>Edit units</QuietLink>
          <QuietLink href="/units/codes" icon={Settings2}>Codes</QuietLink>
        </span>
      ) : null}
      <ul aria-label="Units by state" className="flex w-full gap-x-1 overflow-x-auto @min-[860px]:-ml-1.5">
        {groups.map(({ id, label, states: [state], units: { length: count } }) => (
          <li key={id} className="shrink-0">
            <button
              type="button"
              disabled={count === 0}
              aria-label={`${label}: ${count}`}
              onClick={() => onGroup(id)}
              className={cn('figures flex h-6 items-center gap-1.5 rounded-sm px-1.5 text-xs pointer-coarse:h-8', count === 0 ? 'text-text-muted' : 'hover:bg-text/8')}
            >
              {state ? <Shape name={UNIT_STATE_LOOK[state].shape} size={8} /> : null}
              {label}
              <span className="min-w-5 text-left font-semibold">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
