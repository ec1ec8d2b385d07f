'use client';

import { useRef } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useHydrated } from '@/components/ui/use-now';
import { WriteBox } from '@/components/room/write/write-box';
import type { Me } from '@/lib/protocol/answers';
import type { Incident } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { LiveLog, type LiveLogHandle } from './live-log';
import { useRoomLog } from './use-room-log';

interface RoomLogProps {
  readonly incident: Incident;
  readonly me: Me;
}

/** The room itself: what was said and done, and the box to write into it. */
export function RoomLog({ incident, me }: RoomLogProps) {
  const log = useRoomLog(incident.id);
  const hydrated = useHydrated();
  const live = useRef<LiveLogHandle>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const mayWrite = can(me.role, 'rooms.write');

  return (
    <section aria-label="Room" className="flex h-full min-h-0 min-w-0 flex-col rounded-md border bg-surface-raised">
      {log.loaded && hydrated ? (
        <LiveLog ref={live} log={log} incident={incident} me={me} box={box} />
      ) : (
        <div className="min-h-0 flex-1 overflow-hidden">
          {log.error && !log.loaded ? (
            <ErrorState title="The log could not be loaded." error={log.error} onRetry={log.retry} retrying={log.isFetching} />
          ) : (
            <SkeletonRows rows={14} label="Loading the log" />
          )}
        </div>
      )}
      {mayWrite ? (
        <WriteBox incident={incident} me={me} entries={log.entries} box={box} onSent={() => live.current?.wrote()} />
      ) : (
        <EmptyState className="border-t py-2">You can read this room. Writing takes another role.</EmptyState>
      )}
    </section>
  );
}
