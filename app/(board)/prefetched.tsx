import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface PrefetchedProps {
  /** Starts the queries the page needs. One that fails is left to the browser, which shows why. */
  readonly fill: (queryClient: QueryClient) => readonly Promise<void>[];
  readonly children: ReactNode;
}

/** Gives a page its data with the first paint. */
export async function Prefetched({ fill, children }: PrefetchedProps) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await Promise.all(fill(queryClient));
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
