'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Td } from '@/components/ui/table';
import { UNIT_STATES, unitStateSchema, type StatusCode } from '@/lib/protocol/unit';
import { lengthWords } from '../alarm-words';
import { UNIT_STATE_LOOK } from '../state-look';
import { changedMeanwhile, FIELD_WORDS, fieldsOf, patchOf, shownFields, typeInto, type CodeDraft, type CodeField, type CodeFields, type CodeProblems } from './code-draft';
import { useSaveCode } from './use-save-code';

const STATES = UNIT_STATES.filter((state) => state !== 'alerted');

interface CodeRowProps {
  readonly code: StatusCode;
}

/** A status code that can be edited. What others save meanwhile comes in, but never over what is typed here. */
export function CodeRow({ code }: CodeRowProps) {
  const [draft, setDraft] = useState<CodeDraft>();
  const [problems, setProblems] = useState<CodeProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const save = useSaveCode();
  const noteId = useId();
  const shown = shownFields(draft, code);
  const others = draft ? changedMeanwhile(draft, code) : [];
  const behind = draft !== undefined && draft.base.version !== code.version;

  const type = <F extends CodeField>(field: F, value: CodeFields[F]) => {
    setDraft((before) => typeInto(before ?? { base: code, typed: {} }, field, value) ?? undefined);
    setProblems({});
    setRefused(null);
  };
  const drop = () => {
    setDraft(undefined);
    setProblems({});
    setRefused(null);
  };
  const submit = async (over: CodeDraft) => {
    const read = patchOf(over, code);
    if ('problems' in read) return setProblems(read.problems);
    setSaving(true);
    setRefused(null);
    const saved = await save(code.code, read.patch);
    setSaving(false);
    if (saved.ok) drop();
    else setRefused(saved.message);
  };
  const named = (words: string) => `${code.code}: ${words}`;
  const wiring = (field: CodeField) => (problems[field] ? { 'aria-invalid': true as const, 'aria-describedby': noteId } : {});
  const seconds = (field: 'warnSeconds' | 'alertSeconds', words: string) => (
    <span className="flex items-center gap-2">
      <span aria-hidden className="w-18 text-xs text-text-muted lg:hidden">
        {field === 'warnSeconds' ? 'warn after s' : 'alert after s'}
      </span>
      <Input
        aria-label={named(words)}
        inputMode="numeric"
        autoComplete="off"
        placeholder="never"
        className="figures w-22 text-right"
        value={shown[field]}
        onChange={(event) => type(field, event.target.value)}
        {...wiring(field)}
      />
      <span className="figures w-16 text-xs text-text-muted">{/^\d+$/.test(shown[field]) ? `= ${lengthWords(Number(shown[field]))}` : ''}</span>
    </span>
  );

  return (
    <>
      <tr data-unfinished={draft !== undefined} className="[&>td]:h-10 [&>td]:border-b-0">
        <Td className="figures w-0 text-center font-semibold">{code.code}</Td>
        <Td>
          <Input aria-label={named('text')} autoComplete="off" maxLength={40} className="min-w-36" value={shown.text} onChange={(event) => type('text', event.target.value)} {...wiring('text')} />
        </Td>
        <Td className="w-0">
          <Select className="w-44" aria-label={named('means')} value={shown.state} onChange={(event) => type('state', unitStateSchema.parse(event.target.value))}>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {UNIT_STATE_LOOK[state].word}
              </option>
            ))}
          </Select>
        </Td>
        <Td className="w-0">
          <span className="flex gap-4 whitespace-nowrap">
            <label className="flex items-center gap-1.5">
              <Checkbox aria-label={named('asks for a note')} checked={shown.requiresNote} onChange={(event) => type('requiresNote', event.target.checked)} />
              note
            </label>
            <label className="flex items-center gap-1.5">
              <Checkbox aria-label={named('asks for minutes')} checked={shown.requiresMinutes} onChange={(event) => type('requiresMinutes', event.target.checked)} />
              minutes
            </label>
          </span>
        </Td>
        <Td className="w-0">{seconds('warnSeconds', 'warn after seconds')}</Td>
        <Td className="w-0">{seconds('alertSeconds', 'alert after seconds')}</Td>
        <Td className="w-0">
          <span className="flex gap-1.5">
            <Button size="sm" look={draft ? 'primary' : 'plain'} disabled={!draft || saving} aria-label={`Save code ${code.code}`} onClick={() => draft && void submit(draft)}>
              {saving ? 'Saving' : 'Save'}
            </Button>
            <Button size="sm" look="quiet" disabled={!draft || saving} aria-label={`Undo what was typed over code ${code.code}`} onClick={drop}>
              Undo
            </Button>
          </span>
        </Td>
      </tr>
      <tr>
        <Td colSpan={7} className="h-auto p-0 px-3 max-lg:basis-full">
          {Object.keys(problems).length > 0 ? (
            <p id={noteId} role="alert" className="pb-2 text-xs text-critical">
              {Object.values(problems).join(' ')}
            </p>
          ) : null}
          {draft && (behind || refused) ? (
            <Notice
              tone="warning"
              className="mb-2"
              action={
                behind ? (
                  <Button size="sm" disabled={saving} onClick={() => void submit(rebase(draft, code, setDraft))}>
                    Save mine over it
                  </Button>
                ) : null
              }
            >
              {refused ? `Not saved. ${refused} ` : ''}
              {behind ? `Somebody saved this code meanwhile${others.length > 0 ? `: ${others.map((field) => nowWords(field, code)).join(', ')}` : ''}. What you typed is kept.` : ''}
            </Notice>
          ) : null}
        </Td>
      </tr>
    </>
  );
}

function rebase(draft: CodeDraft, current: StatusCode, keep: (draft: CodeDraft) => void): CodeDraft {
  const rebased = { ...draft, base: current };
  keep(rebased);
  return rebased;
}

function nowWords(field: CodeField, current: StatusCode): string {
  const value = fieldsOf(current)[field];
  const told = field === 'state' ? UNIT_STATE_LOOK[current.state].word : typeof value === 'boolean' ? (value ? 'asked for' : 'not asked for') : value || 'never';
  return `${FIELD_WORDS[field]} is now "${told}"`;
}
