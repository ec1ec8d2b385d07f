import type { Metadata } from 'next';
import { parseDay, parseView } from '@/components/bonfires/address';
import { Bonfires } from '@/components/bonfires/bonfires';
import { norwayToday } from '@/lib/core/norway-time';
import { readId } from '@/lib/protocol/id';
import { bonfireDayQuery, bonfireListQuery, bonfireQuery } from '@/lib/queries/bonfires';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { listBonfires } from '@/lib/server/services/bonfires/list';
import { readBonfire } from '@/lib/server/services/bonfires/read';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Bonfires' };

type Word = string | string[] | undefined;

interface BonfiresPageProps {
  readonly searchParams: Promise<{ readonly view?: Word; readonly day?: Word; readonly bonfire?: Word }>;
}

export default async function BonfiresPage({ searchParams }: BonfiresPageProps) {
  const me = await requirePageUser('bonfires.read');
  const asked = await searchParams;
  const ctx = { actor: me, ip: null, userAgent: null };
  const today = norwayToday();
  const view = parseView(one(asked.view));
  const day = parseDay(one(asked.day), today);
  const bonfireId = readId(asked.bonfire);
  return (
    <Prefetched
      fill={(queryClient) => [
        ...(view === 'all' ? [queryClient.prefetchInfiniteQuery({ ...bonfireListQuery('all'), queryFn: () => listBonfires(ctx, { view }) })] : []),
        ...(view === 'day' ? [queryClient.prefetchQuery({ ...bonfireDayQuery(day), queryFn: () => listBonfires(ctx, { day, limit: '500' }) })] : []),
        ...(bonfireId ? [queryClient.prefetchQuery({ ...bonfireQuery(bonfireId), queryFn: () => readBonfire(ctx, bonfireId) })] : []),
      ]}
    >
      <Bonfires me={me} today={today} />
    </Prefetched>
  );
}

function one(word: Word): string | null {
  return typeof word === 'string' ? word : null;
}
