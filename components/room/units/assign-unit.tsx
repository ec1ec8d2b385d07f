'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { fieldFrame } from '@/components/ui/input';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { Unit } from '@/lib/protocol/unit';
import { isAssignable } from '@/lib/protocol/unit-edges';

interface AssignUnitProps {
  /** All units that are not here already. */
  readonly units: readonly Unit[];
  readonly onAssign: (unitId: string) => void;
  readonly onClose: () => void;
}

/** Finds a unit that can be sent by typing, and sends it with Enter. Stays open for the next one. */
export function AssignUnit({ units, onAssign, onClose }: AssignUnitProps) {
  const [typed, setTyped] = useState('');
  const free = units.filter(({ state }) => isAssignable(state)).sort((a, b) => Number(a.incidentId !== null) - Number(b.incidentId !== null));
  return (
    <Command
      label="Assign a unit"
      loop
      className="border-b p-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Command.Input autoFocus value={typed} onValueChange={setTyped} placeholder="Call sign, station or kind" className={cn(fieldFrame, 'h-8')} />
      <Command.List className="mt-1 max-h-56 overflow-y-auto" label="Units that can be sent">
        <Command.Empty className="px-2 py-1.5 text-sm text-text-muted">No unit like that can be sent now.</Command.Empty>
        {free.map((unit) => {
          const look = UNIT_STATE_LOOK[unit.state];
          return (
            <Command.Item
              key={unit.id}
              value={unit.id}
              keywords={[unit.callSign, unit.name, unit.station, unit.kind]}
              onSelect={() => {
                onAssign(unit.id);
                setTyped('');
              }}
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm data-[selected=true]:bg-accent/15 pointer-coarse:min-h-10"
            >
              <strong className="font-semibold">{unit.callSign}</strong>
              <span className="min-w-0 truncate text-text-muted">{unit.station}</span>
              <span className="ml-auto flex items-center gap-1.5 text-xs text-text-muted">
                <Shape name={look.shape} size={8} />
                {unit.incidentId ? 'at another incident' : look.word}
              </span>
            </Command.Item>
          );
        })}
      </Command.List>
    </Command>
  );
}
