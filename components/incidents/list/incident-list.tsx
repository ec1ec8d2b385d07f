'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { incidentListQuery } from '@/lib/queries/incidents';
import { AcceptProblem } from '../accept-problem';
import { countWords, shareWords } from '../count-words';
import { useAccept } from '../use-accept';
import { useOpenTotals } from '../use-open-totals';
import { FilterLine } from './filter-line';
import { isNarrowed } from './incident-address';
import { IncidentTable } from './incident-table';
import { listTotal } from './list-total';
import { useKnownIncidents } from './use-known-incidents';
import { useIncidentFilter } from './use-incident-filter';

/** The incidents that the address asks for, live. */
export function IncidentList() {
  const [filter, change] = useIncidentFilter();
  const { data, error, isFetching, isPlaceholderData, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...incidentListQuery(filter),
    placeholderData: keepPreviousData,
  });
  const known = useKnownIncidents(filter, data === undefined);
  const incidents = useMemo(() => data?.pages.flatMap((page) => page.items) ?? known ?? [], [data, known]);
  const total = listTotal(filter, data?.pages ?? [], useOpenTotals());
  const accepting = useAccept();
  const more = () => {
    if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
  };

  return (
    <Panel
      title="Incidents"
      note={data ? (hasNextPage && total !== null && !isPlaceholderData ? shareWords(incidents.length, total) : `${countWords(incidents.length)}${hasNextPage ? '+' : ''}`) : known ? `${countWords(known.length)} that this tab knows` : null}
      className="min-h-0 flex-1"
      bodyClassName="flex min-h-0 flex-col"
      actions={<StaleBadge />}
    >
      <div className="border-b px-3 py-1.5">
        <FilterLine filter={filter} onChange={change} />
      </div>
      {error && !data && !known ? <ErrorState title="The incidents could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error && !known ? <SkeletonRows rows={16} label="Loading the incidents" /> : null}
      {data && incidents.length === 0 ? (
        <EmptyState>{isNarrowed(filter) ? 'No incident is like that.' : 'No incident is open. What comes in appears here by itself.'}</EmptyState>
      ) : null}
      {known?.length === 0 ? <EmptyState>This tab knows of no open incident like that. Others are loaded when the connection is back.</EmptyState> : null}
      {incidents.length > 0 ? (
        <IncidentTable
          incidents={incidents}
          accepting={accepting}
          outdated={isPlaceholderData}
          hasMore={hasNextPage}
          onMore={more}
          foot={
            <>
              {error ? <ErrorState title="More incidents could not be loaded." error={error} onRetry={() => void fetchNextPage()} retrying={isFetching} /> : null}
              {hasNextPage && !error ? (
                <div className="p-2">
                  <Button size="sm" look="quiet" disabled={isFetchingNextPage} onClick={more}>
                    {isFetchingNextPage ? 'Loading' : 'Load more'}
                  </Button>
                </div>
              ) : null}
            </>
          }
        />
      ) : null}
      <AcceptProblem accepting={accepting} />
    </Panel>
  );
}
