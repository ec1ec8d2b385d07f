import type { Metadata } from 'next';
import { Cards } from '@/components/cards/cards';
import { cardsQuery } from '@/lib/queries/cards';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { readCardList } from '@/lib/server/services/cards/list';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Figures' };

export default async function CardsPage() {
  const me = await requirePageUser('cards.read');
  return (
    <Prefetched fill={(queryClient) => [queryClient.prefetchQuery({ ...cardsQuery, queryFn: () => readCardList(me) })]}>
      <Cards />
    </Prefetched>
  );
}
