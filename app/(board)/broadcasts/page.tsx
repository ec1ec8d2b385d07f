import type { Metadata } from 'next';
import { Broadcasts } from '@/components/flash/broadcasts';
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
  const { flash } = await searchParams;
  const ctx = { actor: me, ip: null, userAgent: null };
  return (
    <Prefetched
      fill={(queryClient) => [
        queryClient.prefetchInfiniteQuery({ ...flashHistoryQuery, queryFn: () => listFlash(ctx) }),
        queryClient.prefetchQuery({ ...recipientsQuery, queryFn: () => countRecipients(ctx) }),
        ...(typeof flash === 'string' ? [queryClient.prefetchQuery({ ...flashReceiptsQuery(flash), queryFn: () => listReceipts(ctx, flash) })] : []),
      ]}
    >
      <Broadcasts me={me} />
    </Prefetched>
  );
}
