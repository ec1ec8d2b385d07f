'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { focusRow, hasKeyboard } from './focus-row';
import { closeForm, patchRow, useRowState } from './row-state';

interface FormLineProps {
  readonly unitId: string;
  /** What it is about: "R11: 7 Ute av drift". */
  readonly label: string;
  /** What the button says. */
  readonly verb: string;
  /** Sends it. Resolves to whether it was taken: then the line closes, else it stays with what was typed. */
  readonly onSend: () => Promise<boolean>;
  /** Why it cannot be sent yet. */
  readonly missing: string | null;
  readonly children: ReactNode;
}

/** One line under a unit: fields, Enter to send, Esc to drop. */
export function FormLine({ unitId, label, verb, onSend, missing, children }: FormLineProps) {
  const { wantsFocus, sending } = useRowState(unitId);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!wantsFocus) return;
    form.current?.querySelector('input')?.focus();
    patchRow(unitId, { wantsFocus: false });
  }, [wantsFocus, unitId]);

  const leave = () => {
    focusRow(unitId);
    closeForm(unitId);
  };
  const send = async () => {
    if (missing !== null || sending !== null) return;
    // The keyboard goes back at once: were it to jump later, a digit meant for this line would become a status.
    focusRow(unitId);
    const taken = await onSend();
    patchRow(unitId, taken ? { form: null } : { wantsFocus: hasKeyboard(unitId) });
  };
  return (
    <form
      ref={form}
      aria-label={label}
      noValidate
      className="flex flex-wrap items-center gap-2 px-3 pb-1.5 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <span className="font-medium">{label}</span>
      {children}
      <Button type="submit" size="sm" look="primary" disabled={missing !== null || sending !== null}>
        {sending === null ? verb : 'Sending'}
        <Kbd keys="Enter" />
      </Button>
      <Button size="sm" look="quiet" onClick={leave}>
        Drop
        <Kbd keys="Esc" />
      </Button>
      <span className="text-xs text-text-muted">{missing}</span>
    </form>
  );
}
