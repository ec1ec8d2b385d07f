import type { QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { EventJournal } from '@/lib/client/event-journal';
import type { WireEvent } from '@/lib/protocol/events';

const withCursor = z.object({ cursor: z.string().nullable() });
const pagesWithCursor = z.object({ pages: z.array(withCursor).min(1) });

/**
 * Repairs each answer that arrives: events that came while it was on its way are applied to it again.
 * Gives back its undo.
 */
export function replayOntoAnswers(queryClient: QueryClient, journal: EventJournal, apply: (event: WireEvent) => void): () => void {
  return queryClient.getQueryCache().subscribe((change) => {
    if (!isArrival(change)) return;
    const cursor = cursorOf(change.query.state.data);
    if (cursor === undefined) return;
    for (const { event } of journal.after(cursor)) apply(event);
  });
}

// Fetched, or brought along by a page that the server made. What events write themselves is no arrival.
function isArrival(change: QueryCacheNotifyEvent): boolean {
  if (change.type === 'added') return true;
  if (change.type !== 'updated') return false;
  return change.action.type === 'setState' || (change.action.type === 'success' && !change.action.manual);
}

function cursorOf(data: unknown): string | null | undefined {
  const pages = pagesWithCursor.safeParse(data);
  if (pages.success) return pages.data.pages[0]?.cursor;
  const single = withCursor.safeParse(data);
  return single.success ? single.data.cursor : undefined;
}
