'use client';

import Link from 'next/link';
import { useLiveSeed } from '@/components/flash/live-seed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressParam } from '@/components/ui/use-address-param';
import { can } from '@/lib/protocol/permissions';
import { pickServices, readChoice } from './list/pick-services';
import { ServiceList } from './list/service-list';
import { Toolbar } from './list/toolbar';
import { useInfrastructure } from './use-infrastructure';
import { Wall } from './wall/wall';

/** Everything that is watched: as a list to work with, or as large tiles to look at from afar. */
export function Infrastructure() {
  const { me } = useLiveSeed();
  const { data, ageMs, isAsking, error, isFetching, refetch } = useInfrastructure();
  const [view, setView] = useAddressParam('view');
  const [state, setState] = useAddressParam('state');
  const [sort, setSort] = useAddressParam('sort');
  const mayManage = can(me.role, 'monitors.manage');

  if (!data || data.services.length === 0) {
    return (
      <div className="p-3">
        <h1 className="pb-2 text-base font-semibold">Infrastructure</h1>
        {error && !data ? <ErrorState title="The services could not be loaded." error={error} onRetry={refetch} retrying={isFetching} /> : null}
        {!data && !error ? <SkeletonRows rows={7} label="Loading the services" rowClassName="h-12" /> : null}
        {data ? <Nothing mayManage={mayManage} /> : null}
      </div>
    );
  }
  if (view === 'wall') return <Wall services={data.services} ageMs={ageMs} isAsking={isAsking} onLeave={() => setView(null)} />;
  const choice = readChoice(state, sort);
  return (
    <div className="@container flex min-h-full flex-col">
      <Toolbar
        services={data.services}
        ageMs={ageMs}
        isAsking={isAsking}
        choice={choice}
        mayManage={mayManage}
        onState={setState}
        onProblemsFirst={(on) => setSort(on ? 'problems' : null)}
        onWall={() => setView('wall')}
      />
      <ServiceList services={pickServices(data.services, choice)} />
    </div>
  );
}

function Nothing({ mayManage }: { readonly mayManage: boolean }) {
  return (
    <EmptyState
      action={
        mayManage ? (
          <Button asChild size="sm">
            <Link href="/monitors">Add a monitor</Link>
          </Button>
        ) : undefined
      }
    >
      Nothing is watched. {mayManage ? 'A monitor looks at a service and tells here how it is.' : 'An administrator adds monitors.'}
    </EmptyState>
  );
}
