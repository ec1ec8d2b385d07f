'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { flashHistoryQuery } from '@/lib/queries/flash';
import { wantsAck } from './live-entries';
import { ReceiptsHead } from './receipts/receipts-head';
import { ReceiptsProgress } from './receipts/receipts-progress';

/** How far the last message that went out has come. For those who may send. */
export function LatestBroadcast() {
  const { data, error, isFetching, refetch } = useInfiniteQuery(flashHistoryQuery);
  const latest = data?.pages.flatMap((page) => page.items).find((flash) => flash.sentAt !== null);

  return (
    <Panel
      title="Latest broadcast"
      actions={
        <Button asChild size="sm" look="quiet">
          <Link href={latest ? `/broadcasts?flash=${encodeURIComponent(latest.id)}` : '/broadcasts'}>{latest ? 'Receipts' : 'Compose'}</Link>
        </Button>
      }
    >
      {latest ? (
        <>
          <ReceiptsHead flash={latest} />
          <ReceiptsProgress counts={latest.counts} asks={wantsAck(latest)} />
        </>
      ) : data ? (
        <EmptyState>No message has been sent yet.</EmptyState>
      ) : error ? (
        <ErrorState title="The latest broadcast could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <div role="status" aria-label="Loading the latest broadcast" className="grid gap-3 p-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-3 w-full" />
          <Skeleton className="h-6 w-full" />
        </div>
      )}
    </Panel>
  );
}
