'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putUnit } from '@/components/providers/unit-handlers';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { useBackWords } from '@/components/ui/use-back-words';
import { causeOf, isPast, type RefusalCause } from '@/components/units/refusal-cause';
import { actionsFrom, type Incident } from '@/lib/protocol/incident';
import { can, type Role } from '@/lib/protocol/permissions';
import { assignUnit, clearUnit, unitsQuery } from '@/lib/queries/units';
import { AssignUnit } from './assign-unit';
import { UnitLine } from './unit-line';

/** Not `a`: that acknowledges a message, on every page and at any moment. */
const ASSIGN_KEY = 'd';

interface RoomUnitsProps {
  readonly incident: Incident;
  readonly role: Role;
}

/** What somebody wants done with a unit. */
interface UnitWish {
  readonly unitId: string;
  readonly act: 'assign' | 'clear';
}

/** The units that work for this incident; more can be sent, each can be cleared. */
export function RoomUnits({ incident, role }: RoomUnitsProps) {
  const queryClient = useQueryClient();
  const { data } = useQuery(unitsQuery);
  const [assigning, setAssigning] = useState(false);
  const [problem, setProblem] = useState<{ readonly words: string; readonly cause: RefusalCause | null } | null>(null);
  const write = useMutation({
    mutationFn: ({ unitId, act }: UnitWish) => (act === 'assign' ? assignUnit(unitId, incident.id) : clearUnit(unitId)),
    networkMode: 'always',
    // One after the other: who types on does not wait for the answer about the unit before.
    scope: { id: `units of ${incident.id}` },
    onSuccess: ({ unit }) => putUnit(queryClient, unit),
    onError: (error, { unitId }) => setProblem({ words: `${units.find(({ id }) => id === unitId)?.callSign ?? 'A unit'}: ${error.message}`, cause: causeOf(error) }),
  });
  const wish = (next: UnitWish) => {
    setProblem(null);
    write.mutate(next);
  };
  const units = data?.items ?? [];
  const here = units.filter(({ incidentId }) => incidentId === incident.id);
  const refusal = useBackWords(problem === null || isPast(problem.cause, [incident, ...units]) ? null : problem.words);
  const mayWrite = can(role, 'units.write');
  // What can still be completed is still worked on.
  const takesUnits = mayWrite && (incident.status === 'new' || actionsFrom(incident.status).includes('complete'));
  useKey(ASSIGN_KEY, 'Assign a unit', () => setAssigning(true), takesUnits && !assigning);

  return (
    <Panel
      title="Units"
      note={here.length}
      actions={
        takesUnits ? (
          <Button size="sm" aria-expanded={assigning} aria-keyshortcuts={ASSIGN_KEY} onClick={() => setAssigning(!assigning)}>
            Assign
            <Kbd keys={ASSIGN_KEY} />
          </Button>
        ) : null
      }
    >
      {assigning && takesUnits ? (
        <AssignUnit
          units={units.filter(({ incidentId }) => incidentId !== incident.id)}
          onAssign={(unitId) => wish({ unitId, act: 'assign' })}
          onClose={() => setAssigning(false)}
        />
      ) : null}
      {refusal ? <Notice tone="warning" className="m-2">{refusal}</Notice> : null}
      {write.data?.warning ? <Notice tone="info" className="m-2">{write.data.warning}</Notice> : null}
      {here.length === 0 ? <EmptyState className="py-3">No unit is assigned.</EmptyState> : null}
      <ul>
        {here.map((unit) => (
          <UnitLine
            key={unit.id}
            unit={unit}
            code={data?.codes.find(({ code }) => code === unit.code)}
            onClear={mayWrite ? () => wish({ unitId: unit.id, act: 'clear' }) : null}
            busy={write.isPending}
          />
        ))}
      </ul>
    </Panel>
  );
}
