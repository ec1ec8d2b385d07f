import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Room } from '@/components/room/room';
import { readId } from '@/lib/protocol/id';
import { incidentQuery } from '@/lib/queries/incidents';
import { roomLogQuery } from '@/lib/queries/rooms';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { AppError } from '@/lib/server/errors';
import { readIncident } from '@/lib/server/services/incidents/read';
import { listEntries } from '@/lib/server/services/rooms/list';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Incident' };

interface IncidentPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function IncidentPage({ params }: IncidentPageProps) {
  const me = await requirePageUser('incidents.read');
  const id = readId((await params).id) ?? notFound();
  const ctx = { actor: me, ip: null, userAgent: null };
  const answer = await readIncident(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    // Anything else is left to the browser, which asks again and says why.
    return null;
  });
  return (
    <Prefetched
      fill={(queryClient) => [
        ...(answer ? [queryClient.prefetchQuery({ ...incidentQuery(id), queryFn: () => answer })] : []),
        queryClient.prefetchInfiniteQuery({ ...roomLogQuery(id), queryFn: () => listEntries(ctx, id, { last: true }) }),
      ]}
    >
      <Room incidentId={id} me={me} />
    </Prefetched>
  );
}
