'use client';

import { useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { typeOnIn } from '@/components/ui/type-on';
import type { CreateUnit } from '@/lib/protocol/unit';
import { RequestError } from '@/lib/queries/http';
import { problemsOf, readUnit, type UnitDraft, type UnitField, type UnitProblems } from './unit-draft';

interface UnitFormProps {
  readonly label: string;
  readonly initial: UnitDraft;
  /** On the button, and while it is at work. */
  readonly words: { readonly submit: string; readonly busy: string };
  /** Words that other units have, to choose from. */
  readonly known: { readonly kinds: readonly string[]; readonly stations: readonly string[] };
  /** Gives the draft to go on with. Rejects with RequestError. */
  readonly onSubmit: (unit: CreateUnit) => Promise<UnitDraft>;
  readonly onCancel?: () => void;
}

/** What a unit is. What was typed stays, whatever goes wrong. */
export function UnitForm({ label, initial, words, known, onSubmit, onCancel }: UnitFormProps) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<UnitProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const touched = Object.entries(draft).some(([field, text]) => text !== initial[field as UnitField]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const read = readUnit(draft);
    if ('problems' in read) return setProblems(read.problems);
    setBusy(true);
    try {
      const next = await onSubmit(read.unit);
      typeOnIn(first, () => {
        setDraft(next);
        setBusy(false);
      });
    } catch (error) {
      setBusy(false);
      const fields = error instanceof RequestError ? problemsOf(error.fields) : {};
      setProblems(fields);
      if (Object.keys(fields).length === 0) setRefused(error instanceof Error ? error.message : 'The reason is not known. Try again.');
    }
  };
  const input = (field: UnitField, name: string, props: Parameters<typeof Input>[0] = {}) => (
    <Field label={name} error={problems[field]}>
      {(wiring) => (
        <Input
          {...wiring}
          autoComplete="off"
          value={draft[field]}
          onChange={(event) => {
            setDraft({ ...draft, [field]: event.target.value });
            setProblems({});
          }}
          {...props}
        />
      )}
    </Field>
  );
  return (
    <form aria-label={label} data-unfinished={touched} noValidate onSubmit={(event) => void submit(event)} className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[8rem_1fr_9rem_1fr_12rem]">
        {input('callSign', 'Call sign', { ref: first, autoFocus: onCancel !== undefined, maxLength: 12 })}
        {input('name', 'Name', { maxLength: 60 })}
        {input('kind', 'Kind', { maxLength: 24, list: `${id}-kinds` })}
        {input('station', 'Station', { maxLength: 40, list: `${id}-stations` })}
        {input('position', 'Position, if known', { placeholder: '61.115, 10.466' })}
      </div>
      <Words id={`${id}-kinds`} words={known.kinds} />
      <Words id={`${id}-stations`} words={known.stations} />
      {refused ? <Notice tone="warning">{refused}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={busy} aria-busy={busy}>
          {busy ? words.busy : words.submit}
        </Button>
        {onCancel ? (
          <Button look="quiet" disabled={busy} onClick={onCancel}>
            Back
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function Words({ id, words }: { readonly id: string; readonly words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
