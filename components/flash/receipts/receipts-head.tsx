'use client';

import { audienceWords } from '@/components/flash/audience-words';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { STATUS_LOOK } from '@/components/flash/status-look';
import { cn } from '@/components/ui/cn';
import { Pill } from '@/components/ui/pill';
import { Shape } from '@/components/ui/shape';
import { Timestamp } from '@/components/ui/timestamp';
import type { Flash } from '@/lib/protocol/flash';

interface ReceiptsHeadProps {
  readonly flash: Flash;
}

/** The message whose receipts these are. */
export function ReceiptsHead({ flash }: ReceiptsHeadProps) {
  const level = LEVEL_LOOK[flash.level];
  const status = STATUS_LOOK[flash.status];
  return (
    <div className="grid gap-1 border-b px-3 py-2.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={cn('flex items-center gap-1.5 text-sm font-semibold', level.text)}>
          <Shape name={level.shape} />
          {level.word}
        </span>
        <span className="min-w-0 font-semibold break-words">{flash.title}</span>
        <Pill shape={status.shape} tone={status.tone} className="ml-auto">
          {status.word}
        </Pill>
      </p>
      {flash.body ? <p className="line-clamp-3 text-sm break-words whitespace-pre-line text-text-muted">{flash.body}</p> : null}
      <p className="flex flex-wrap gap-x-4 text-xs text-text-muted">
        <span>
          {flash.sentAt ? 'Sent' : 'Starts'} <Timestamp at={flash.sentAt ?? flash.startsAt} /> by {flash.createdBy.name} to {audienceWords(flash.audience)}
        </span>
        {flash.ackDeadline ? (
          <span>
            Deadline <Timestamp at={flash.ackDeadline} />
          </span>
        ) : null}
        {flash.endedAt ? (
          <span>
            {status.word} <Timestamp at={flash.endedAt} />
            {flash.endedBy ? ` by ${flash.endedBy.name}` : ''}
          </span>
        ) : (
          <span>{flash.expiresAt ? <>Ends <Timestamp at={flash.expiresAt} /></> : 'Stays until recalled'}</span>
        )}
      </p>
    </div>
  );
}
