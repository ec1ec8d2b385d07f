'use client';

import { Globe } from 'lucide-react';
import type { MouseEvent } from 'react';
import { pendingWords } from '@/components/infrastructure/pending-words';
import { STATE_LOOK } from '@/components/infrastructure/state-look';
import { cn } from '@/components/ui/cn';
import { formatDuration } from '@/components/ui/format-time';
import { Pill } from '@/components/ui/pill';
import { Td } from '@/components/ui/table';
import type { Service } from '@/lib/protocol/infrastructure';
import type { Monitor } from '@/lib/protocol/monitor';
import { KIND_WORDS } from '../kind-words';
import { onDownWords } from '../on-down-words';
import { targetWords } from '../target-words';
import { RowButtons } from './row-buttons';
import { RowNoteLine } from './row-note-line';
import type { MONITOR_KEYS } from './use-list-keys';
import type { RowNote } from './use-monitor-acts';

interface MonitorRowProps {
  readonly monitor: Monitor;
  /** Its live state; undefined until somebody has looked. */
  readonly service: Service | undefined;
  readonly note: RowNote | undefined;
  readonly selected: boolean;
  readonly onAct: (act: keyof typeof MONITOR_KEYS, monitor: Monitor) => void;
}

/** One monitor of the list: what it is, how it is now, what happens when it is down. */
export function MonitorRow({ monitor, service, note, selected, onAct }: MonitorRowProps) {
  const { id, name, kind, intervalMs, onDown, isPublic, pausedAt } = monitor;
  const state = pausedAt === null ? (service?.state ?? 'unknown') : 'paused';
  const look = STATE_LOOK[state];
  const trouble = pausedAt === null ? service?.message : null;
  const every = everyWords(intervalMs);
  const pill = (
    <Pill shape={look.shape} tone={look.tone}>
      {look.word}
    </Pill>
  );
  const pending = service?.pending && pausedAt === null ? <span className="figures text-xs whitespace-nowrap text-text-muted">{pendingWords(service.pending)}</span> : null;
  const rhythm = (
    <span className="figures text-xs text-text-muted">
      every {every} · {onDownWords(onDown)}
    </span>
  );

  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onAct('edit', monitor);
  };
  return (
    <tr data-row={id} className={cn('hover:bg-text/5', selected && 'bg-text/8 hover:bg-text/8 [&>td:first-child]:shadow-[inset_3px_0_0_var(--accent)]')}>
      <Td className="w-0 align-top @max-[520px]:hidden">
        {/* As wide in every state, so that the names beside it stay put. */}
        <span className="flex h-7 min-w-32 items-center">{pill}</span>
        {pending ? <span className="block pb-1">{pending}</span> : null}
      </Td>
      <Td className="w-full max-w-0 align-top @max-[520px]:pl-3">
        <span className="flex h-7 items-center gap-2">
          <a href={`?monitor=${encodeURIComponent(id)}`} aria-current={selected ? 'true' : undefined} onClick={open} className="truncate rounded-sm font-medium focus-visible:outline-offset-0">
            {name}
          </a>
          {isPublic ? <PublicMark className="@min-[720px]:hidden" /> : null}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1 @min-[520px]:hidden">
          {pill}
          {pending}
          {rhythm}
        </span>
        {/* One line whatever the probe says, so that the rows below stay put; on a phone there is no room for both. */}
        <span className="flex gap-x-3 pb-1 text-xs text-text-muted @max-[520px]:flex-wrap">
          <span className={cn('max-w-full truncate', trouble && '@min-[520px]:max-w-1/2 @min-[520px]:shrink-0')} title={targetWords(monitor)}>
            {KIND_WORDS[kind].word} · {targetWords(monitor)}
          </span>
          {trouble ? (
            <span className="min-w-0 break-words text-text @min-[520px]:truncate" title={trouble}>
              {trouble}
            </span>
          ) : null}
          <span className="shrink-0 @max-[520px]:hidden @min-[720px]:hidden">{rhythm}</span>
        </span>
        <RowNoteLine note={note} />
      </Td>
      <Td className="figures w-0 text-right align-top whitespace-nowrap @max-[720px]:hidden">
        <span className="flex h-7 items-center justify-end">{every}</span>
      </Td>
      <Td className="w-0 align-top whitespace-nowrap @max-[720px]:hidden">
        <span className={cn('flex h-7 items-center', !onDown.flash && !onDown.incident && 'text-text-muted')}>{onDownWords(onDown)}</span>
      </Td>
      <Td className="w-0 align-top @max-[720px]:hidden">
        <span className="flex h-7 items-center">{isPublic ? 'public' : <span className="text-text-muted">no</span>}</span>
      </Td>
      <Td className="w-0 align-top">
        <RowButtons monitor={monitor} busy={note?.kind === 'working'} onAct={onAct} />
      </Td>
    </tr>
  );
}

function PublicMark({ className }: { readonly className: string }) {
  return (
    <span title="Named in the public status summary" className={cn('shrink-0 text-text-muted', className)}>
      <Globe aria-hidden size={16} />
      <span className="sr-only">public</span>
    </span>
  );
}

function everyWords(intervalMs: number): string {
  return intervalMs < 60_000 ? `${intervalMs / 1_000} s` : formatDuration(intervalMs).replace(/ 0 (s|min|h)$/, '');
}
