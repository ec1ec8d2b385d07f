'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { bonfireListQuery } from '@/lib/queries/bonfires';
import { BonfireTable } from './bonfire-table';

interface ListProps {
  readonly selectedId: string | null;
  readonly onSelect: (bonfireId: string) => void;
}

/** Every notice there was, the latest start first. */
export function AllList(props: ListProps) {
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(bonfireListQuery('all'));
  if (!data && error) return <ErrorState title="The notices could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={12} label="Loading the notices" />;
  const bonfires = data.pages.flatMap((page) => page.items);
  if (bonfires.length === 0) return <EmptyState>No notice has come in yet.</EmptyState>;
  return (
    <>
      <BonfireTable bonfires={bonfires} {...props} />
      {error ? <ErrorState title="Older notices could not be loaded." error={error} onRetry={() => void fetchNextPage()} retrying={isFetching} /> : null}
      {hasNextPage ? (
        <div className="p-2">
          <Button size="sm" look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Loading' : 'Load older notices'}
          </Button>
        </div>
      ) : null}
    </>
  );
}
