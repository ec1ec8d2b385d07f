'use client';

import { Input } from '@/components/ui/input';
import { DELAY_MINUTES_MAX, UNIT_NOTE_MAX, type StatusCode, type Unit } from '@/lib/protocol/unit';
import { codeWords } from './act-words';
import { FormLine } from './form-line';
import { patchRow, type RowForm } from './row-state';
import type { DoToUnit } from './use-unit-act';

interface StatusFormProps {
  readonly unit: Unit;
  readonly form: Extract<RowForm, { kind: 'status' }>;
  readonly code: StatusCode;
  readonly act: DoToUnit;
}

/** Asks for the note or the minutes of a status. */
export function StatusForm({ unit, form, code, act }: StatusFormProps) {
  const minutes = /^\d+$/.test(form.minutes.trim()) ? Number(form.minutes) : null;
  const note = form.note.trim();
  const type = (patch: { readonly note?: string; readonly minutes?: string }) => patchRow(unit.id, { form: { ...form, ...patch } });
  return (
    <FormLine
      unitId={unit.id}
      label={`${unit.callSign}: ${codeWords(code)}`}
      verb="Set"
      missing={missingOf(code, note, minutes)}
      onSend={() => act(unit.id, { kind: 'status', status: { code: code.code, ...(note ? { note } : {}), ...(minutes === null ? {} : { minutes }) } }, codeWords(code))}
    >
      {code.requiresMinutes ? (
        <Input
          aria-label="Minutes until available"
          inputMode="numeric"
          autoComplete="off"
          placeholder="min"
          className="figures h-7 w-20"
          value={form.minutes}
          onChange={(event) => type({ minutes: event.target.value })}
        />
      ) : null}
      {code.requiresNote ? (
        <Input
          aria-label="Note"
          autoComplete="off"
          placeholder="Why, or until when"
          maxLength={UNIT_NOTE_MAX}
          className="h-7 w-80 max-w-full"
          value={form.note}
          onChange={(event) => type({ note: event.target.value })}
        />
      ) : null}
    </FormLine>
  );
}

function missingOf(code: StatusCode, note: string, minutes: number | null): string | null {
  if (code.requiresMinutes && (minutes === null || minutes < 1 || minutes > DELAY_MINUTES_MAX)) return `Needs whole minutes, 1 to ${DELAY_MINUTES_MAX}.`;
  return code.requiresNote && note === '' ? 'Needs a note.' : null;
}
