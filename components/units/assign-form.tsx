'use client';

import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { fieldFrame } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import type { Incident } from '@/lib/protocol/incident';
import { placeWords } from '@/lib/protocol/place';
import type { Unit } from '@/lib/protocol/unit';
import { assignableIncidents } from './assignable-incidents';
import { focusRow, hasKeyboard } from './focus-row';
import { closeForm, patchRow, useRowState, type RowForm } from './row-state';
import type { DoToUnit } from './use-unit-act';

interface AssignFormProps {
  readonly unit: Unit;
  readonly form: Extract<RowForm, { kind: 'assign' }>;
  readonly incidents: readonly Incident[];
  readonly act: DoToUnit;
}

/** Picks the open incident that a unit is sent to. */
export function AssignForm({ unit, form, incidents, act }: AssignFormProps) {
  const { wantsFocus, sending } = useRowState(unit.id);
  const input = useRef<HTMLInputElement>(null);
  const found = assignableIncidents(incidents, form.search);
  useEffect(() => {
    if (!wantsFocus) return;
    input.current?.focus();
    patchRow(unit.id, { wantsFocus: false });
  }, [wantsFocus, unit.id]);

  const leave = () => {
    focusRow(unit.id);
    closeForm(unit.id);
  };
  const send = async (incident: Incident) => {
    if (sending !== null) return;
    // At once, as after every act: a key pressed next is meant for the row.
    focusRow(unit.id);
    const taken = await act(unit.id, { kind: 'assign', incidentId: incident.id }, `to ${incident.number}`);
    patchRow(unit.id, taken ? { form: null } : { wantsFocus: hasKeyboard(unit.id) });
  };
  return (
    <Command
      label={`Send ${unit.callSign} to an incident`}
      shouldFilter={false}
      vimBindings={false}
      loop
      className="grid gap-1 px-3 pb-1.5 text-sm"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{unit.callSign} to</span>
        <Command.Input
          ref={input}
          value={form.search}
          placeholder="Number, title or address"
          className={cn(fieldFrame, 'h-7 w-80 max-w-full')}
          onValueChange={(search) => patchRow(unit.id, { form: { kind: 'assign', search } })}
        />
        <Button size="sm" look="quiet" onClick={leave}>
          Drop
          <Kbd keys="Esc" />
        </Button>
        <span role="status" className="text-xs text-text-muted">
          {found.length === 0 ? 'No open incident like that' : sending === null ? 'Enter sends the unit' : 'Sending'}
        </span>
      </div>
      <Command.List label="Open incidents" className="max-h-44 overflow-y-auto rounded-md border bg-field">
        {found.map((incident) => {
          const place = placeWords(incident.location);
          return (
            <Command.Item
              key={incident.id}
              value={incident.id}
              onSelect={() => void send(incident)}
              className="flex h-7 items-center gap-3 px-2 data-[selected=true]:bg-accent/15 pointer-coarse:h-10"
            >
              <PriorityMark priority={incident.priority} />
              <span className="figures">{incident.number}</span>
              <span title={place ?? undefined} className="min-w-0 truncate">
                {incident.title}
                {place ? <span className="text-text-muted"> · {place}</span> : null}
              </span>
            </Command.Item>
          );
        })}
      </Command.List>
    </Command>
  );
}
