'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Snapshot } from '@/lib/protocol/answers';
import { RequestError } from '@/lib/queries/http';
import { hydrateBoard } from './hydrate-board';
import { SSEProvider } from './sse-provider';

const MAX_RETRIES = 3;

interface AppProvidersProps {
  readonly snapshot: Snapshot;
  readonly children: ReactNode;
}

/** Everything that pages of the board stand on: the query cache and the live connection. */
export function AppProviders({ snapshot, children }: AppProvidersProps) {
  // Filled at once, on the server as well: the first paint shows the board.
  const [queryClient] = useState(() => {
    const created = createQueryClient();
    hydrateBoard(created, snapshot);
    return created;
  });
  return (
    <QueryClientProvider client={queryClient}>
      <SSEProvider snapshot={snapshot}>{children}</SSEProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The stream keeps the caches current; fetching again on focus would only load the server.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < MAX_RETRIES && !isFinal(error),
      },
    },
  });
}

// Asking again does not change a refusal.
function isFinal(error: Error): boolean {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && error.status !== 429;
}
