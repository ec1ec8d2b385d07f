'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Pill } from '@/components/ui/pill';
import type { useRoomLog } from './use-room-log';

interface LogHeadProps {
  readonly log: ReturnType<typeof useRoomLog>;
  /** How many entries are still to be sent. */
  readonly waiting: number;
  readonly trouble: string | null;
  readonly unread: number;
  readonly onToUnread: () => void;
}

/** How much the log holds, what is new in it, and what is still on its way. */
export function LogHead({ log, waiting, trouble, unread, onToUnread }: LogHeadProps) {
  const { entries, hasOlder, olderFailed, loadOlder } = log;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1 pr-1.5 pl-3">
      <h2 className="text-base font-semibold">Log</h2>
      <span className="figures text-sm text-text-muted">
        {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
        {hasOlder && !olderFailed ? ', loading older' : ''}
      </span>
      {olderFailed ? (
        <span className="flex items-center gap-1.5 text-sm text-warning">
          Older entries could not be loaded.
          <Button size="sm" onClick={loadOlder}>
            Try again
          </Button>
        </span>
      ) : null}
      <span role="status" className="text-sm">
        {waiting > 0 && trouble ? (
          <Pill tone="stale" shape="half" className="h-auto min-h-5 whitespace-normal">
            {waiting} waiting. {trouble} Kept here and sent as soon as it can be.
          </Pill>
        ) : null}
      </span>
      {unread > 0 ? (
        <Button size="sm" className="ml-auto" aria-keyshortcuts="f" onClick={onToUnread}>
          {unread} new since you looked
          <Kbd keys="f" />
        </Button>
      ) : null}
    </div>
  );
}
