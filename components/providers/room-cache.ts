import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { LogAnswer } from '@/lib/protocol/board-answers';
import type { LogEntry } from '@/lib/protocol/room';
import { fetchLogAfter, roomKeys } from '@/lib/queries/rooms';

type Log = InfiniteData<LogAnswer, number | null>;

/** The newest `seq` that a cached log holds; 0 for an empty one, null for none. */
export function lastSeq(queryClient: QueryClient, incidentId: string): number | null {
  const log = queryClient.getQueryData<Log>(roomKeys.log(incidentId));
  return log ? newest(log) : null;
}

/** Adds entries to a cached log. What does not follow without a gap is left out: `catchUp` fetches it. Gives whether there was a gap. */
export function addEntries(queryClient: QueryClient, incidentId: string, entries: readonly LogEntry[]): boolean {
  let gap = false;
  queryClient.setQueryData<Log>(roomKeys.log(incidentId), (log) => {
    const [first, ...older] = log?.pages ?? [];
    if (!log || !first) return log;
    let last = newest(log);
    const added: LogEntry[] = [];
    for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
      if (entry.seq <= last) continue;
      if (entry.seq > last + 1) {
        gap = true;
        break;
      }
      added.push(entry);
      last = entry.seq;
    }
    if (added.length === 0) return log;
    return { ...log, pages: [{ ...first, items: [...first.items, ...added], lastSeq: Math.max(first.lastSeq, last) }, ...older] };
  });
  return gap;
}

/** Puts a pin on a cached entry, or takes it away. */
export function pinCached(queryClient: QueryClient, incidentId: string, entryId: string, pinned: boolean): void {
  const change = (entry: LogEntry) => (entry.id === entryId ? { ...entry, pinned } : entry);
  queryClient.setQueryData<Log>(roomKeys.log(incidentId), (log) =>
    log && { ...log, pages: log.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  );
}

const catchingUp = new Map<string, Promise<void>>();

/** Fetches what a cached log misses at its end. One at a time for each room; the next event tries again after a failure. */
export function catchUp(queryClient: QueryClient, incidentId: string): Promise<void> {
  const running = catchingUp.get(incidentId);
  if (running) return running;
  const work = (async () => {
    for (;;) {
      const from = lastSeq(queryClient, incidentId);
      if (from === null) return;
      const answer = await fetchLogAfter(incidentId, from);
      addEntries(queryClient, incidentId, answer.items);
      queryClient.setQueryData(roomKeys.present(incidentId), answer.present);
      if (answer.items.length === 0 || (lastSeq(queryClient, incidentId) ?? 0) >= answer.lastSeq) return;
    }
  })()
    .catch(() => undefined)
    .finally(() => catchingUp.delete(incidentId));
  catchingUp.set(incidentId, work);
  return work;
}

function newest(log: Log): number {
  return log.pages[0]?.items.at(-1)?.seq ?? 0;
}
