import type { Metadata } from 'next';
import { Incidents } from '@/components/incidents/incidents';
import { readIncidentAddress } from '@/components/incidents/list/incident-address';
import { incidentListQuery } from '@/lib/queries/incidents';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { listIncidents } from '@/lib/server/services/incidents/list';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Incidents' };

interface IncidentsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const actor = await requirePageUser('incidents.read');
  const ctx = { actor, ip: null, userAgent: null };
  const given = Object.entries(await searchParams).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const filter = readIncidentAddress(new URLSearchParams(given));
  const query = Object.fromEntries(Object.entries(filter).filter((entry) => Boolean(entry[1])));
  return (
    <Prefetched fill={(queryClient) => [queryClient.prefetchInfiniteQuery({ ...incidentListQuery(filter), queryFn: () => listIncidents(ctx, query) })]}>
      <Incidents />
    </Prefetched>
  );
}
