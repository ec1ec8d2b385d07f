'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLiveSeed } from '@/components/flash/live-seed';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { can } from '@/lib/protocol/permissions';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { unitsQuery } from '@/lib/queries/units';
import { BoardOfUnits } from './board-of-units';

/** All units by what they are doing. */
export function UnitBoard() {
  const { me } = useLiveSeed();
  const { data, error, isFetching, refetch } = useQuery(unitsQuery);
  const incidents = useQuery(openIncidentsQuery).data?.items;

  if (data && data.items.length > 0) {
    return <BoardOfUnits list={data} incidents={incidents ?? NONE} mayWrite={can(me.role, 'units.write')} mayManage={can(me.role, 'units.manage')} />;
  }
  return (
    <div className="p-3">
      <h1 className="pb-2 text-base font-semibold">Units</h1>
      {error ? <ErrorState title="The units could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={16} label="Loading the units" rowClassName="h-8" /> : null}
      {data ? (
        <EmptyState>
          There are no units yet. {can(me.role, 'units.manage') ? <Link href="/units/manage" className="underline">Enter the first one</Link> : 'They appear here as soon as an admin has entered the first one'}.
        </EmptyState>
      ) : null}
    </div>
  );
}

const NONE: readonly never[] = [];
