'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dropUnit, putUnit } from '@/components/providers/unit-handlers';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { Table, Th } from '@/components/ui/table';
import { useEditedRow } from '@/components/ui/use-edited-row';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { CreateUnit, Unit } from '@/lib/protocol/unit';
import { createUnit, patchUnit, retireUnit, unitsQuery } from '@/lib/queries/units';
import { BackToUnits } from '../back-to-units';
import { ManagedUnit } from './managed-unit';
import { BLANK_UNIT, changesOf, draftOf } from './unit-draft';
import { UnitForm } from './unit-form';

const NONE: readonly Unit[] = [];

/** Which units there are: admins enter, change and retire them. */
export function ManageUnits() {
  const queryClient = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(unitsQuery);
  const { editing, lastEdited, edit } = useEditedRow();
  const [toRetire, setToRetire] = useState<Unit | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'warning'; readonly words: string } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useSteadyRows(list);
  const units = [...(data?.items ?? NONE)].sort((a, b) => a.callSign.localeCompare(b.callSign));
  const known = { kinds: wordsOf(units, 'kind'), stations: wordsOf(units, 'station') };

  const enter = async (wanted: CreateUnit) => {
    const { unit } = await createUnit(wanted);
    putUnit(queryClient, unit);
    setSaid({ tone: 'ok', words: `${unit.callSign} is on the board.` });
    // The next one is often at the same station.
    return { ...BLANK_UNIT, kind: unit.kind, station: unit.station };
  };
  const change = async (before: Unit, wanted: CreateUnit) => {
    const patch = changesOf(before, wanted);
    const unit = Object.keys(patch).length > 0 ? (await patchUnit(before.id, patch)).unit : before;
    putUnit(queryClient, unit);
    edit(null);
    return draftOf(unit);
  };
  const retire = async (unit: Unit) => {
    setToRetire(null);
    try {
      await retireUnit(unit.id);
      dropUnit(queryClient, unit.id);
      setSaid({ tone: 'ok', words: `${unit.callSign} is off the board. Enter its call sign again to have it back.` });
    } catch (problem) {
      setSaid({ tone: 'warning', words: problem instanceof Error ? problem.message : `${unit.callSign} could not be retired. Try again.` });
    }
  };
  return (
    <div className="grid gap-3 p-3">
      <h1 className="sr-only">Edit units</h1>
      <Panel title="Enter a unit" bodyClassName="grid gap-3 p-3">
        <UnitForm label="Enter a unit" initial={BLANK_UNIT} words={{ submit: 'Enter it', busy: 'Entering it' }} known={known} onSubmit={enter} />
        {/* There from the start, so that nothing below moves when something is said. */}
        <div className="min-h-10">{said ? <Notice tone={said.tone}>{said.words}</Notice> : null}</div>
      </Panel>
      <Panel
        title="Units"
        note={data ? units.length : null}
        actions={
          <>
            <StaleBadge />
            <BackToUnits />
          </>
        }
        bodyClassName="@container"
      >
        {error && !data ? <ErrorState title="The units could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
        {!data && !error ? <SkeletonRows rows={10} label="Loading the units" rowClassName="h-10" /> : null}
        {data && units.length === 0 ? <EmptyState>There are no units yet. Enter the first one above.</EmptyState> : null}
        {units.length > 0 ? (
          <div ref={list}>
            <Table>
              <thead>
                <tr>
                  <Th>Call sign</Th>
                  <Th>Name</Th>
                  <Th className="@max-[560px]:hidden">Kind</Th>
                  <Th className="@max-[560px]:hidden">Station</Th>
                  <Th className="@max-[860px]:hidden">Position</Th>
                  <Th>
                    <span className="sr-only">Actions</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {units.map((unit) => (
                  <ManagedUnit key={unit.id} unit={unit} known={known} editing={unit.id === editing} wasEdited={unit.id === lastEdited} onEdit={edit} onChange={change} onRetire={setToRetire} />
                ))}
              </tbody>
            </Table>
          </div>
        ) : null}
      </Panel>
      <ConfirmDialog
        subject={toRetire}
        title={(unit) => `Retire ${unit?.callSign ?? 'the unit'}?`}
        description="It leaves the board of everybody. Its past stays, and entering its call sign again brings it back."
        confirm="Retire it"
        onConfirm={(unit) => void retire(unit)}
        onClose={() => setToRetire(null)}
      />
    </div>
  );
}

function wordsOf(units: readonly Unit[], field: 'kind' | 'station'): string[] {
  return [...new Set(units.map((unit) => unit[field]))].sort((a, b) => a.localeCompare(b));
}
