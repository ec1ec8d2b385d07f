import type { Metadata } from 'next';
import { Overview } from '@/components/overview/overview';
import { can } from '@/lib/protocol/permissions';
import { activityQuery } from '@/lib/queries/activity';
import { flashHistoryQuery } from '@/lib/queries/flash';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { readActivity } from '@/lib/server/services/events/activity';
import { listFlash } from '@/lib/server/services/flash/list';
import { Prefetched } from './prefetched';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  const actor = await requirePageUser();
  const ctx = { actor, ip: null, userAgent: null };
  return (
    <Prefetched
      fill={(queryClient) => [
        queryClient.prefetchQuery({ ...activityQuery, queryFn: () => readActivity(ctx) }),
        ...(can(actor.role, 'flash.send') ? [queryClient.prefetchInfiniteQuery({ ...flashHistoryQuery, queryFn: () => listFlash(ctx) })] : []),
      ]}
    >
      <Overview />
    </Prefetched>
  );
}
