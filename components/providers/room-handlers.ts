import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import type { LogEntry } from '@/lib/protocol/room';
import { roomKeys } from '@/lib/queries/rooms';
import { addEntries, catchUp, pinCached } from './room-cache';

/** What events of incident rooms do to the cached logs. A gap in the count of entries is closed by asking for them. */
export function roomHandlers(queryClient: QueryClient) {
  const onEntry = ({ data: { incidentId, entry } }: { readonly data: { readonly incidentId: string; readonly entry: LogEntry } }) => {
    if (addEntries(queryClient, incidentId, [entry])) void catchUp(queryClient, incidentId);
  };
  return {
    utterance: onEntry,
    phase_transition: onEntry,
    intervention: onEntry,
    intervention_response: onEntry,
    pause: onEntry,
    resume: onEntry,
    complete: onEntry,
    'entry.pinned': ({ data: { incidentId, entryId, pinned } }) => pinCached(queryClient, incidentId, entryId, pinned),
    'presence.changed': ({ data: { incidentId, present } }) => {
      queryClient.setQueryData(roomKeys.present(incidentId), present);
    },
  } satisfies Partial<EventHandlers>;
}
