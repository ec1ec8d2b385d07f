import type { Metadata } from 'next';
import { Infrastructure } from '@/components/infrastructure/infrastructure';
import { infraHistoryQuery } from '@/lib/queries/infrastructure';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { readInfraHistory } from '@/lib/server/services/infrastructure/history';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Infrastructure' };

export default async function InfrastructurePage() {
  await requirePageUser('infra.read');
  return (
    <Prefetched fill={(queryClient) => [queryClient.prefetchQuery({ ...infraHistoryQuery, queryFn: () => readInfraHistory() })]}>
      <Infrastructure />
    </Prefetched>
  );
}
