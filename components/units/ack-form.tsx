'use client';

import { Input } from '@/components/ui/input';
import { UNIT_NOTE_MAX, type Unit } from '@/lib/protocol/unit';
import { FormLine } from './form-line';
import { patchRow, type RowForm } from './row-state';
import type { DoToUnit } from './use-unit-act';

interface AckFormProps {
  readonly unit: Unit;
  readonly form: Extract<RowForm, { kind: 'ack' }>;
  readonly act: DoToUnit;
}

/** Takes note of a unit's time for all dispatchers, with a note or without. */
export function AckForm({ unit, form, act }: AckFormProps) {
  const note = form.note.trim();
  return (
    <FormLine
      unitId={unit.id}
      label={`${unit.callSign}: time seen`}
      verb="Take note"
      missing={null}
      onSend={() => act(unit.id, { kind: 'ack', ...(note ? { note } : {}) }, 'Time seen')}
    >
      <Input
        aria-label="Note, optional"
        autoComplete="off"
        placeholder="Note, optional"
        maxLength={UNIT_NOTE_MAX}
        className="h-7 w-80 max-w-full"
        value={form.note}
        onChange={(event) => patchRow(unit.id, { form: { kind: 'ack', note: event.target.value } })}
      />
    </FormLine>
  );
}
