'use client';

import type { MouseEvent } from 'react';
import { wantsAck } from '@/components/flash/live-entries';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { progressOf } from '@/components/flash/progress-words';
import { STATUS_LOOK } from '@/components/flash/status-look';
import { cn } from '@/components/ui/cn';
import { Pill } from '@/components/ui/pill';
import { Shape } from '@/components/ui/shape';
import { Td } from '@/components/ui/table';
import { Timestamp } from '@/components/ui/timestamp';
import type { FlashWithCounts } from '@/lib/protocol/flash';

interface HistoryRowProps {
  readonly flash: FlashWithCounts;
  readonly selected: boolean;
  readonly onSelect: (flashId: string) => void;
}

/** One message of the history. The title is a link, so that it can be opened elsewhere and reached by key. */
export function HistoryRow({ flash, selected, onSelect }: HistoryRowProps) {
  const level = LEVEL_LOOK[flash.level];
  const status = STATUS_LOOK[flash.status];
  const { done, of, word } = progressOf(flash.counts, wantsAck(flash));
  const over = flash.status !== 'live' && flash.status !== 'scheduled';
  const waiting = flash.status === 'scheduled' || flash.status === 'cancelled';
  const when = <Timestamp at={flash.sentAt ?? flash.startsAt} />;

  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(flash.id);
  };

  return (
    <tr data-row={flash.id} onClick={open} className={cn('cursor-pointer hover:bg-text/5', selected && 'bg-text/8 hover:bg-text/8 [&>td:first-child]:shadow-[inset_3px_0_0_var(--accent)]')}>
      <Td className="w-0">
        <span className={cn('flex items-center gap-1.5 font-medium', over ? 'text-text-muted' : level.text)}>
          <Shape name={level.shape} />
          <span className="@max-[440px]:sr-only">{level.word}</span>
        </span>
      </Td>
      <Td className="w-full max-w-0">
        <a
          href={`?flash=${encodeURIComponent(flash.id)}`}
          data-history-row={flash.id}
          aria-current={selected ? 'true' : undefined}
          className="block truncate rounded-sm py-0.5 font-medium focus-visible:outline-offset-0"
        >
          {flash.title}
        </a>
        <span className="block truncate pb-1 text-xs text-text-muted @min-[440px]:hidden">
          {when} · {flash.createdBy.name}
        </span>
      </Td>
      <Td className="max-w-36 truncate text-text-muted @max-[720px]:hidden">{flash.createdBy.name}</Td>
      <Td className="w-0 @max-[440px]:hidden">{when}</Td>
      <Td className="w-0">
        <Pill shape={status.shape} tone={status.tone}>
          {status.word}
        </Pill>
      </Td>
      <Td className={cn('figures w-0 text-right', done < of && flash.status === 'live' ? 'font-medium' : 'text-text-muted')}>
        {waiting ? '–' : `${done}/${of}`}
        <span className="@max-[640px]:sr-only">{waiting ? '' : ` ${word}`}</span>
      </Td>
    </tr>
  );
}
