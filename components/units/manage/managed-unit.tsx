'use client';

import { Button } from '@/components/ui/button';
import { Td } from '@/components/ui/table';
import type { CreateUnit, Unit } from '@/lib/protocol/unit';
import { draftOf, type UnitDraft } from './unit-draft';
import { UnitForm } from './unit-form';

interface ManagedUnitProps {
  readonly unit: Unit;
  readonly known: { readonly kinds: readonly string[]; readonly stations: readonly string[] };
  readonly editing: boolean;
  /** Its form was open a moment ago: the keyboard comes back to its button. */
  readonly wasEdited: boolean;
  readonly onEdit: (unitId: string | null) => void;
  readonly onChange: (before: Unit, wanted: CreateUnit) => Promise<UnitDraft>;
  readonly onRetire: (unit: Unit) => void;
}

/** A unit in the list of those that there are, or its form. */
export function ManagedUnit({ unit, known, editing, wasEdited, onEdit, onChange, onRetire }: ManagedUnitProps) {
  if (editing) {
    return (
      <tr data-row={unit.id}>
        <Td colSpan={6} className="py-3">
          <UnitForm
            label={`Edit ${unit.callSign}`}
            initial={draftOf(unit)}
            words={{ submit: 'Save', busy: 'Saving' }}
            known={known}
            onSubmit={(wanted) => onChange(unit, wanted)}
            onCancel={() => onEdit(null)}
          />
        </Td>
      </tr>
    );
  }
  const { position } = unit;
  return (
    <tr data-row={unit.id} className="[&>td]:h-10">
      <Td className="figures w-0 font-semibold whitespace-nowrap">{unit.callSign}</Td>
      <Td>{unit.name}</Td>
      <Td className="@max-[560px]:hidden">{unit.kind}</Td>
      <Td className="@max-[560px]:hidden">{unit.station}</Td>
      <Td className="figures text-text-muted @max-[860px]:hidden">{position ? `${position.lat}, ${position.lng}` : ''}</Td>
      <Td className="w-0">
        <span className="flex gap-1.5">
          <Button size="sm" autoFocus={wasEdited} aria-label={`Edit ${unit.callSign}`} onClick={() => onEdit(unit.id)}>
            Edit
          </Button>
          <Button size="sm" look="quiet" aria-label={`Retire ${unit.callSign}`} onClick={() => onRetire(unit)}>
            Retire
          </Button>
        </span>
      </Td>
    </tr>
  );
}
