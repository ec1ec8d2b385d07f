'use client';

import Link from 'next/link';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Shape } from '@/components/ui/shape';
import { useBackWords } from '@/components/ui/use-back-words';
import { Understood } from './understood';
import { useCreateLine, type CreateOutcome } from './use-create-line';

interface CreateLineProps {
  readonly userId: string;
  /** Takes the keyboard as soon as it appears. */
  readonly focusFirst?: boolean;
  /** Called by Esc, after the keyboard was given back. The text stays. */
  readonly onLeave?: () => void;
}

/** Creates an incident from one line. Under it stands what was understood, or what is wrong; the place is always there. */
export function CreateLine({ userId, focusFirst = false, onLeave }: CreateLineProps) {
  const { text, creating, problem: failure, outcome, write, send } = useCreateLine(userId);
  const problem = useBackWords(failure, 'press Enter to send');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const noteId = `${id}-note`;
  useKey('n', 'Create an incident', () => input.current?.focus());
  useEffect(() => {
    if (focusFirst) input.current?.focus();
  }, [focusFirst]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    event.currentTarget.blur();
    onLeave?.();
  };

  return (
    <form
      data-unfinished={text.trim() !== ''}
      className="grid min-w-0 gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="sr-only">
        New incident
      </label>
      <div className="flex items-center gap-1.5">
        <Input
          ref={input}
          id={id}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          maxLength={600}
          autoComplete="off"
          enterKeyHint="send"
          placeholder="New incident: p1 fire Smoke from roof @ address # reporter"
          aria-keyshortcuts="n"
          aria-describedby={noteId}
          aria-invalid={problem ? true : undefined}
        />
        <Button type="submit" look="primary" className="pointer-coarse:h-10" disabled={creating || text.trim() === ''}>
          {creating ? 'Creating' : 'Create'}
          <Kbd keys="Enter" />
        </Button>
      </div>
      <div id={noteId} className="flex h-5 min-w-0 items-center text-xs text-text-muted">
        <Note text={text} problem={problem} outcome={outcome} />
      </div>
    </form>
  );
}

interface NoteProps {
  readonly text: string;
  readonly problem: string | null;
  readonly outcome: CreateOutcome | null;
}

function Note({ text, problem, outcome }: NoteProps) {
  if (problem) {
    return (
      <p role="alert" title={problem} className="flex min-w-0 items-center gap-1.5 text-warning">
        <Shape name="triangle" size={10} />
        <span className="truncate">{problem}</span>
      </p>
    );
  }
  if (outcome) {
    const { incident, earlier } = outcome;
    return (
      <p role="status" className="flex min-w-0 items-center gap-1.5 text-text">
        <Shape name="disc" size={10} className="text-ok" />
        <Link href={`/incidents/${encodeURIComponent(incident.id)}`} prefetch={false} className="figures rounded-sm font-medium text-accent underline-offset-2 hover:underline">
          {incident.number}
        </Link>
        <span className="truncate">
          {earlier ? `was created by an earlier try as “${incident.title}”. Your line is kept: Enter creates another one.` : `created: ${incident.title}`}
        </span>
      </p>
    );
  }
  if (text.trim()) return <Understood text={text} />;
  return (
    <p className="truncate">
      Priority and type first, in any order. Then what happened, <b className="text-text">@</b> where, <b className="text-text">#</b> who called.
    </p>
  );
}
