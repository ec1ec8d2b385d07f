'use client';

import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { Timestamp } from '@/components/ui/timestamp';
import { EntryActions } from './entry-actions';
import { ENTRY_LOOK } from './entry-look';
import type { EntryCommands } from './entry-commands';
import { isOpenQuestion, type EntryView } from './log-view';

interface EntryRowProps {
  readonly view: EntryView;
  readonly selected: boolean;
  readonly commands: EntryCommands;
}

/** Times that differ by less were written down as they happened. */
const AT_ONCE_MS = 60_000;

/** One entry: when, what kind, who, what; and what later entries say about it. */
export function EntryRow({ view, selected, commands }: EntryRowProps) {
  const { entry, corrections, answers, about } = view;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.focus({ preventScroll: true });
  }, [selected]);
  const look = ENTRY_LOOK[entry.kind];
  const open = isOpenQuestion(view);
  const late = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt) > AT_ONCE_MS;
  const answered = entry.kind === 'intervention' && !open;

  return (
    <div
      ref={row}
      tabIndex={-1}
      aria-current={selected ? 'true' : undefined}
      onClick={() => commands.select(view)}
      className={cn(
        'group relative flex gap-x-2.5 border-b px-3 py-1 text-sm -outline-offset-2 max-sm:flex-wrap',
        entry.kind === 'status' && 'bg-accent/7 font-medium',
        open && 'bg-warning/7',
        selected && 'bg-text/8 shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      <Timestamp at={entry.occurredAt} className="shrink-0 text-text-muted" />
      <span className={cn('flex w-24 shrink-0 items-center gap-1.5 self-start text-xs leading-[18px] font-medium', answered ? 'text-text-muted' : look.text)}>
        <Shape name={answered ? 'ring' : look.shape} size={9} />
        {look.word}
      </span>
      <div className="min-w-0 flex-1 basis-48 break-words whitespace-pre-wrap">
        <Speaker view={view} />
        {about ? <Reference view={view} commands={commands} /> : null}
        {corrections.length > 0 ? <s className="text-text-muted">{entry.text}</s> : entry.text}
        {corrections.map((correction, index) => (
          <span key={correction.id} className="block">
            {index < corrections.length - 1 ? <s className="text-text-muted">{correction.text}</s> : correction.text}{' '}
            <span className="text-xs text-text-muted">
              corrected by {correction.speaker.label} at <Timestamp at={correction.occurredAt} />
            </span>
          </span>
        ))}
        {answers.map((answer) => (
          <button key={answer.id} type="button" onClick={() => commands.jumpTo(answer.id)} className="block text-left text-xs text-ok hover:underline">
            Answered by {answer.speaker.label} at <Timestamp at={answer.occurredAt} />
          </button>
        ))}
        {late ? (
          <span className="block text-xs text-text-muted">
            written down at <Timestamp at={entry.recordedAt} />
          </span>
        ) : null}
      </div>
      <span className="figures flex shrink-0 items-center gap-1.5 self-start text-xs leading-[18px] text-text-muted">
        {entry.pinned ? <span className="text-accent">pinned</span> : null}
        {open ? <span className="font-medium text-warning">open</span> : null}
        <span className="max-sm:hidden">#{entry.seq}</span>
      </span>
      <EntryActions view={view} selected={selected} commands={commands} />
    </div>
  );
}

function Speaker({ view: { entry } }: { readonly view: EntryView }) {
  const { role, label } = entry.speaker;
  return (
    <>
      <strong className="font-semibold">{label}</strong>
      {role === 'unit' || role === 'caller' ? <span className="text-text-muted"> ({role})</span> : null}
      {entry.addressee ? <span className="font-medium"> to {entry.addressee}</span> : null}
      <span className="text-text-muted">: </span>
    </>
  );
}

function Reference({ view: { entry, about }, commands }: { readonly view: EntryView; readonly commands: EntryCommands }) {
  if (!about) return null;
  return (
    <button type="button" onClick={() => commands.jumpTo(about.id)} className="mr-1 text-xs text-text-muted hover:underline">
      [{entry.kind === 'correction' ? 'corrects' : 'answers'} #{about.seq}]
    </button>
  );
}
