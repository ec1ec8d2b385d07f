'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { StaleBadge } from '@/components/ui/stale-badge';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Table, Th } from '@/components/ui/table';
import { useAddressParam } from '@/components/ui/use-address-param';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import { flashHistoryQuery } from '@/lib/queries/flash';
import { HistoryRow } from './history-row';
import { parseStatus, StatusFilter } from './status-filter';
import { useRowKeys } from './use-row-keys';

interface HistoryProps {
  readonly selectedId: string | null;
  readonly onSelect: (flashId: string) => void;
}

/** All messages, newest first. */
export function History({ selectedId, onSelect }: HistoryProps) {
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(flashHistoryQuery);
  const [statusParam, setStatus] = useAddressParam('status');
  const status = parseStatus(statusParam);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys();
  useSteadyRows(list);

  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const items = status ? all.filter((flash) => flash.status === status) : all;

  return (
    <Panel title="History" actions={
        <>
          <StaleBadge />
          <StatusFilter value={status} onChange={setStatus} />
        </>
      } bodyClassName="@container">
      {error && !data ? <ErrorState title="The history could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={12} label="Loading the history" /> : null}
      {data && items.length === 0 ? (
        <EmptyState>{status ? 'No message like that among those loaded.' : 'No message has been sent yet. What you send appears here with its receipts.'}</EmptyState>
      ) : null}
      {items.length > 0 ? (
        <div ref={list}>
          <Table>
            <thead>
              <tr>
                <Th>Level</Th>
                <Th>Title</Th>
                <Th className="@max-[720px]:hidden">Sender</Th>
                <Th className="@max-[440px]:hidden">Time</Th>
                <Th>State</Th>
                <Th className="text-right">Receipts</Th>
              </tr>
            </thead>
            <tbody>
              {items.map((flash) => (
                <HistoryRow key={flash.id} flash={flash} selected={flash.id === selectedId} onSelect={onSelect} />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {error && data ? <ErrorState title="Older messages could not be loaded." error={error} onRetry={() => void fetchNextPage()} retrying={isFetching} /> : null}
      {hasNextPage ? (
        <div className="p-2">
          <Button size="sm" look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Loading' : 'Load older messages'}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
