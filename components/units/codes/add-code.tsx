'use client';

import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Select } from '@/components/ui/select';
import { typeOnIn } from '@/components/ui/type-on';
import { CODE_STATES, CODE_TEXT_MAX, newCodeSchema } from '@/lib/protocol/status-code';
import type { UnitState } from '@/lib/protocol/unit';
import { addCode } from '@/lib/queries/units';
import { UNIT_STATE_LOOK } from '../state-look';
import { useChangeCodes } from './use-change-codes';

/** Adds a code at the end of the list. Enter adds, and the keyboard is at the next one. */
export function AddCode() {
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const [state, setState] = useState<UnitState>('available_station');
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const change = useChangeCodes();
  const noteId = useId();
  const first = useRef<HTMLInputElement>(null);

  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (sending) return;
    const given = { code, text, state };
    const checked = newCodeSchema.safeParse(given);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      return setProblem(issue ? `${issue.path[0] === 'text' ? 'Text: ' : ''}${issue.message}` : null);
    }
    setSending(true);
    setProblem(null);
    const changed = await change(() => addCode(given));
    if (!changed.ok) {
      setSending(false);
      return setProblem(`Not added. ${changed.fields[0]?.message ?? changed.message}`);
    }
    typeOnIn(first, () => {
      setSending(false);
      setCode('');
      setText('');
    });
  };
  return (
    <form aria-label="Add a code" noValidate className="flex flex-wrap items-center gap-2 px-3 py-2" onSubmit={(event) => void add(event)}>
      <span className="text-sm font-medium">Add</span>
      <Input ref={first} aria-label="New code" placeholder="10-8" autoComplete="off" spellCheck={false} className="figures w-28" value={code} aria-describedby={noteId} onChange={(event) => setCode(event.target.value)} />
      <Input aria-label="Its text" placeholder="What people call it" autoComplete="off" maxLength={CODE_TEXT_MAX} className="w-60 max-w-full" value={text} aria-describedby={noteId} onChange={(event) => setText(event.target.value)} />
      <Select aria-label="Its meaning" className="w-44" value={state} onChange={(event) => setState(CODE_STATES.find((one) => one === event.target.value) ?? state)}>
        {CODE_STATES.map((one) => (
          <option key={one} value={one}>
            {UNIT_STATE_LOOK[one].word}
          </option>
        ))}
      </Select>
      <Button type="submit" size="sm" disabled={sending}>
        {sending ? 'Adding' : 'Add code'}
        <Kbd keys="Enter" />
      </Button>
      <p id={noteId} role="alert" className="text-xs text-critical">
        {problem}
      </p>
    </form>
  );
}
