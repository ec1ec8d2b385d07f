import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Room } from '@/components/room/room';
import type { Me } from '@/lib/protocol/answers';
import { readId } from '@/lib/protocol/id';
import { incidentQuery } from '@/lib/queries/incidents';
import { roomLogQuery } from '@/lib/queries/rooms';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { AppError } from '@/lib/server/errors';
import { readIncident } from '@/lib/server/services/incidents/read';
import { listEntries } from '@/lib/server/services/rooms/list';
import { Prefetched } from '../../prefetched';


interface IncidentPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** Which one it is: several rooms stand in the browser's tabs side by side. */
export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  const me = await requirePageUser('incidents.read');
  const answer = await readOnce(me, readId((await params).id) ?? notFound());
  return { title: answer ? `${answer.incident.number} ${answer.incident.title}` : 'Incident' };
}

/** For the title and the page, which are made for one request. */
const readOnce = cache((me: Me, id: string) =>
  readIncident({ actor: me, ip: null, userAgent: null }, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    // Anything else is left to the browser, which asks again and says why.
    return null;
  }),
);

export default async function IncidentPage({ params }: IncidentPageProps) {
  const me = await requirePageUser('incidents.read');
  const id = readId((await params).id) ?? notFound();
  const ctx = { actor: me, ip: null, userAgent: null };
  const answer = await readOnce(me, id);
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
