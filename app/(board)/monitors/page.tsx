import type { Metadata } from 'next';
import { Monitors } from '@/components/monitors/monitors';
import { severitiesQuery } from '@/lib/queries/alerts';
import { maintenanceQuery, monitorsQuery } from '@/lib/queries/monitors';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { listSeverities } from '@/lib/server/services/alerts/severities';
import { listMaintenance } from '@/lib/server/services/maintenance/windows';
import { listMonitors } from '@/lib/server/services/monitors/list';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Monitors' };

export default async function MonitorsPage() {
  const me = await requirePageUser('monitors.manage');
  const ctx = { actor: me, ip: null, userAgent: null };
  return (
    <Prefetched
      fill={(queryClient) => [
        queryClient.prefetchQuery({ ...monitorsQuery, queryFn: () => listMonitors(ctx) }),
        queryClient.prefetchQuery({ ...maintenanceQuery, queryFn: () => listMaintenance(ctx) }),
        queryClient.prefetchQuery({ ...severitiesQuery, queryFn: () => listSeverities(ctx) }),
      ]}
    >
      <Monitors me={me} />
    </Prefetched>
  );
}
