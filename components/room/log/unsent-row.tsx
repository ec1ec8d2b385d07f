'use client';

import { takesNow } from '@/components/room/outbox/takes-now';
import type { OutboxItem } from '@/components/room/outbox/outbox-item';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { Timestamp } from '@/components/ui/timestamp';
import type { Incident } from '@/lib/protocol/incident';
import { ENTRY_LOOK } from './entry-look';

interface UnsentRowProps {
  readonly item: OutboxItem;
  readonly author: string;
  /** Why nothing gets through now; null while it does. */
  readonly trouble: string | null;
  readonly incident: Pick<Incident, 'status' | 'version'>;
  readonly onRetry: (item: OutboxItem) => void;
  readonly onTakeBack: (item: OutboxItem) => void;
  readonly onDiscard: (item: OutboxItem) => void;
}

/** Something this person wrote that is not in the log yet: on its way, waiting, or refused. */
export function UnsentRow({ item, author, trouble, incident, onRetry, onTakeBack, onDiscard }: UnsentRowProps) {
  const { entry, state, refusal } = item;
  const look = ENTRY_LOOK[entry.kind];
  const refused = state === 'refused';
  const isTakenNow = refused && takesNow(item, incident);
  return (
    <div className={cn('flex gap-x-2.5 border-b px-3 py-1 text-sm max-sm:flex-wrap', refused && 'bg-warning/7')}>
      <Timestamp at={entry.occurredAt ?? new Date(item.order).toISOString()} className="shrink-0 text-text-muted" />
      <span className={cn('flex w-24 shrink-0 items-center gap-1.5 self-start text-xs leading-[18px] font-medium', look.text)}>
        <Shape name={look.shape} size={9} />
        {look.word}
      </span>
      <div className="min-w-0 flex-1 basis-48 break-words whitespace-pre-wrap">
        <strong className="font-semibold">{entry.speaker?.label ?? author}</strong>
        {entry.addressee ? <span className="font-medium"> to {entry.addressee}</span> : null}
        <span className="text-text-muted">: </span>
        {entry.text}
        {refused ? (
          <span role="alert" className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-warning">
            <span>{isTakenNow ? 'Not sent yet. The room did not take it then; it does now.' : `Not taken. ${refusal}`}</span>
            <span className="flex gap-1.5">
              {isTakenNow ? (
                <Button size="sm" look="primary" className="h-6 text-xs" onClick={() => onRetry(item)}>
                  Send it now
                </Button>
              ) : null}
              <Button size="sm" className="h-6 text-xs" onClick={() => onTakeBack(item)}>
                Put back into the box
              </Button>
              <Button size="sm" look="quiet" className="h-6 text-xs" onClick={() => onDiscard(item)}>
                Discard
              </Button>
            </span>
          </span>
        ) : null}
      </div>
      <span className={cn('flex shrink-0 items-center gap-1.5 self-start text-xs leading-[18px]', refused ? 'text-warning' : 'text-stale')}>
        <Shape name={refused ? 'triangle' : 'half'} size={8} />
        {refused ? 'refused' : state === 'taken' ? 'sent' : trouble ? 'waiting' : 'sending'}
      </span>
    </div>
  );
}
