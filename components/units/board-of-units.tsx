'use client';

import { useMemo, useRef, useState } from 'react';
import type { UnitList } from '@/lib/protocol/board-answers';
import type { Incident } from '@/lib/protocol/incident';
import { boardLines, groupUnits } from './groups';
import { Toolbar } from './toolbar';
import { UnitKeys } from './unit-keys';
import { UnitRow } from './unit-row';
import { GroupHeading } from './group-heading';
import { useAddressUnit } from './use-address-unit';
import { useUnitAct } from './use-unit-act';
import { useUnitLines } from './use-unit-lines';

interface BoardOfUnitsProps {
  readonly list: UnitList;
  readonly incidents: readonly Incident[];
  readonly mayWrite: boolean;
  readonly mayManage: boolean;
}

/** The units in their groups, as many rows as are in sight; keys act on the one that has the keyboard. */
export function BoardOfUnits({ list, incidents, mayWrite, mayManage }: BoardOfUnitsProps) {
  const { items, codes, policy } = list;
  const groups = useMemo(() => groupUnits(items), [items]);
  const lines = useMemo(() => boardLines(groups), [groups]);
  const codeOf = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  const incidentOf = useMemo(() => new Map(incidents.map((incident) => [incident.id, incident])), [incidents]);
  const pane = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const act = useUnitAct();
  const { rows, totalPx, measure, selectedId, select, reach, toGroup, hover } = useUnitLines(lines, pane);
  useAddressUnit(reach);

  const tabStop = selectedId ?? lines.find((line) => line.kind === 'unit')?.key;
  const focused = focusedId === null ? undefined : items.find((unit) => unit.id === focusedId);
  return (
    <div className="@container flex h-full flex-col">
      <Toolbar groups={groups} codeOf={codeOf} mayManage={mayManage} selectedId={selectedId} onSelect={select} onReach={reach} onGroup={toGroup} />
      <UnitKeys lines={lines} codes={codes} selectedId={selectedId} focused={mayWrite ? focused : undefined} mayWrite={mayWrite} act={act} onReach={reach} />
      {/* The lines are held here; the browser, which would hold them once more, is told not to, for the page around it as well. */}
      <div ref={pane} className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]">
        <div
          className="relative"
          style={{ height: totalPx }}
          onFocus={({ target }) => {
            const unitId = target.closest('[data-unit]')?.getAttribute('data-unit') ?? null;
            setFocusedId(unitId);
            if (unitId !== null) select(unitId);
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) setFocusedId(null);
          }}
          onPointerLeave={() => hover(null)}
        >
          {rows.map(({ line, index, top }) => (
            <div key={line.key} ref={measure} data-index={index} className="absolute inset-x-0" style={{ top }} onPointerEnter={() => hover(line.key)}>
              {line.kind === 'heading' ? (
                <GroupHeading group={line.group} />
              ) : (
                <UnitRow
                  unit={line.unit}
                  code={codeOf.get(line.unit.code)}
                  codes={codes}
                  policy={policy}
                  incident={line.unit.incidentId === null ? undefined : incidentOf.get(line.unit.incidentId)}
                  incidents={incidents}
                  mayWrite={mayWrite}
                  selected={line.unit.id === selectedId}
                  tabStop={line.unit.id === tabStop}
                  act={act}
                />
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
