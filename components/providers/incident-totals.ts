import type { QueryClient } from '@tanstack/react-query';
import { asCursor, compareCursors, type Cursor } from '@/lib/protocol/cursor';
import type { Snapshot } from '@/lib/protocol/answers';
import type { WireEvent } from '@/lib/protocol/events';
import { countEvent, totalsOf, type OpenTotals } from '@/lib/protocol/incident-totals';
import { incidentKeys } from '@/lib/queries/incidents';

/** Keeps the totals of open incidents true between snapshots. */
export interface TotalsKeeper {
  /** A snapshot was put into the cache. `since`: what was heard after it. */
  begin(cursor: string | null, since: readonly WireEvent[]): void;
  /** An event came from the stream, once. */
  count(event: WireEvent, at: Cursor | null): void;
}

/** Puts the totals of a snapshot into the cache, whatever it held. */
export function hydrateTotals(queryClient: QueryClient, { board }: Snapshot): void {
  queryClient.setQueryData<OpenTotals>(incidentKeys.totals, board.totals ?? totalsOf(board.incidents));
}

/** Unlike records, counts cannot tell a repetition: what is counted is told from the stream alone, and from one place on. */
export function keepTotals(queryClient: QueryClient, cursor: string | null): TotalsKeeper {
  let basis = asCursor(cursor);
  const add = (event: WireEvent) => queryClient.setQueryData<OpenTotals>(incidentKeys.totals, (totals) => totals && countEvent(totals, event));
  return {
    begin(place, since) {
      basis = asCursor(place);
      // Without a place nobody knows what came after it; what was heard by now is as good as certainly in it.
      if (basis) since.forEach(add);
    },
    count(event, at) {
      if (at && basis && (compareCursors(at, basis) ?? 1) <= 0) return;
      add(event);
    },
  };
}
