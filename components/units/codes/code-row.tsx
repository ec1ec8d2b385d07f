'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Td } from '@/components/ui/table';
import { CODE_STATES, CODE_TEXT_MAX } from '@/lib/protocol/status-code';
import { unitStateSchema, type StatusCode } from '@/lib/protocol/unit';
import { patchCode } from '@/lib/queries/units';
import { lengthWords } from '../alarm-words';
import { UNIT_STATE_LOOK } from '../state-look';
import { changedMeanwhile, FIELD_WORDS, fieldsOf, patchOf, shownFields, typeInto, type CodeDraft, type CodeField, type CodeFields, type CodeProblems } from './code-draft';
import { ColourSample } from '../colour-sample';
import { RemoveCode } from './remove-code';
import { useChangeCodes } from './use-change-codes';

interface CodeRowProps {
  readonly code: StatusCode;
  /** How many units stand under it. */
  readonly units: number;
  /** Moves it up (-1) or down (1). */
  readonly onMove: (by: -1 | 1) => void;
  readonly first: boolean;
  readonly last: boolean;
}

/** A status code that can be edited, moved and removed. What others save meanwhile comes in, but never over what is typed here. */
export function CodeRow({ code, units, onMove, first, last }: CodeRowProps) {
  const [draft, setDraft] = useState<CodeDraft>();
  const [problems, setProblems] = useState<CodeProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState(false);
  const change = useChangeCodes();
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
    const saved = await change(() => patchCode(code.code, read.patch));
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
        className="figures w-22 text-right lg:w-18"
        value={shown[field]}
        onChange={(event) => type(field, event.target.value)}
        {...wiring(field)}
      />
      <span className="figures w-16 text-xs text-text-muted lg:max-2xl:hidden">{/^\d+$/.test(shown[field]) ? `= ${lengthWords(Number(shown[field]))}` : ''}</span>
    </span>
  );

  return (
    <>
      <tr
        data-unfinished={draft !== undefined}
        className="[&>td]:h-10 [&>td]:border-b-0"
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
          // In a list of choices Alt and the arrow opens it.
          if (!event.altKey || by === null || event.target instanceof HTMLSelectElement) return;
          event.preventDefault();
          if (by === -1 ? !first : !last) onMove(by);
        }}
      >
        <Td className="w-0">
          <span className="flex items-center gap-1">
            <Button size="iconSm" look="quiet" disabled={first} aria-label={`Move ${code.code} up`} title="Move up (Alt ↑)" onClick={() => onMove(-1)}>
              <ArrowUp aria-hidden size={16} />
            </Button>
            <Button size="iconSm" look="quiet" disabled={last} aria-label={`Move ${code.code} down`} title="Move down (Alt ↓)" onClick={() => onMove(1)}>
              <ArrowDown aria-hidden size={16} />
            </Button>
          </span>
        </Td>
        <Td className="figures w-0 min-w-12 text-center font-semibold whitespace-nowrap">{code.code}</Td>
        <Td>
          <Input aria-label={named('text')} autoComplete="off" maxLength={CODE_TEXT_MAX} className="min-w-36" value={shown.text} onChange={(event) => type('text', event.target.value)} {...wiring('text')} />
        </Td>
        <Td className="w-0">
          <Select className="w-44" aria-label={named('means')} value={shown.state} onChange={(event) => type('state', unitStateSchema.parse(event.target.value))}>
            {CODE_STATES.map((state) => (
              <option key={state} value={state}>
                {UNIT_STATE_LOOK[state].word}
              </option>
            ))}
          </Select>
        </Td>
        <Td className="w-0">
          <span className="flex items-center gap-1.5">
            <ColourSample colour={shown.colour} />
            <Input aria-label={named('colour')} autoComplete="off" spellCheck={false} placeholder="none" className="figures w-22 px-2 lg:max-2xl:w-19" value={shown.colour} onChange={(event) => type('colour', event.target.value)} {...wiring('colour')} />
          </span>
        </Td>
        <Td className="w-0">
          <span className="flex gap-x-4 text-sm whitespace-nowrap lg:max-2xl:gap-x-2 lg:max-2xl:text-xs">
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
            <Button size="iconSm" look="quiet" aria-label={`Remove code ${code.code}`} aria-expanded={removing} title="Remove" onClick={() => setRemoving(!removing)}>
              <Trash2 aria-hidden size={16} />
            </Button>
          </span>
        </Td>
      </tr>
      <tr>
        <Td colSpan={9} className="h-auto p-0 px-3 max-lg:basis-full">
          {Object.keys(problems).length > 0 ? (
            <p id={noteId} role="alert" className="pb-2 text-xs text-critical">
              {Object.values(problems).join(' ')}
            </p>
          ) : null}
          {removing ? <RemoveCode code={code} units={units} onKeep={() => setRemoving(false)} /> : null}
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
