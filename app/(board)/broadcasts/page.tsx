import type { Metadata } from 'next';
import { Broadcasts } from '@/components/flash/broadcasts';
import { readId } from '@/lib/protocol/id';
import { flashHistoryQuery, flashReceiptsQuery, recipientsQuery } from '@/lib/queries/flash';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { listFlash } from '@/lib/server/services/flash/list';
import { listReceipts } from '@/lib/server/services/flash/receipts';
import { countRecipients } from '@/lib/server/services/flash/recipients';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Broadcasts' };

interface BroadcastsPageProps {
  readonly searchParams: Promise<{ readonly flash?: string | string[] }>;
}

export default async function BroadcastsPage({ searchParams }: BroadcastsPageProps) {
  const me = await requirePageUser('flash.send');
  const flashId = readId((await searchParams).flash);
  const ctx = { actor: me, ip: null, userAgent: null };
  return (
    <Prefetched
      fill={(queryClient) => [
        queryClient.prefetchInfiniteQuery({ ...flashHistoryQuery, queryFn: () => listFlash(ctx) }),
        queryClient.prefetchQuery({ ...recipientsQuery, queryFn: () => countRecipients(ctx) }),
        ...(flashId ? [queryClient.prefetchQuery({ ...flashReceiptsQuery(flashId), queryFn: () => listReceipts(ctx, flashId) })] : []),
      ]}
    >
      <Broadcasts me={me} />
    </Prefetched>
  );
}
