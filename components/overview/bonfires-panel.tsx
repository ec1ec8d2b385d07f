'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { HeldLink } from '@/components/bonfires/held/held-link';
import { useLiveSeed } from '@/components/flash/live-seed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { Pill } from '@/components/ui/pill';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Timestamp } from '@/components/ui/timestamp';
import { bonfirePlace } from '@/lib/protocol/bonfire';
import { can } from '@/lib/protocol/permissions';
import { openBonfiresQuery } from '@/lib/queries/bonfires';
import { burning } from './counts';

const MOST = 8;

/** The bonfires that burn now, those that should be out first. */
export function BonfiresPanel() {
  const { data, error, isFetching, refetch } = useQuery(openBonfiresQuery);
  const { me } = useLiveSeed();
  const { active, overdue } = burning(data?.items ?? []);
  const all = [...overdue, ...active];
  return (
    <Panel
      title="Bonfires burning"
      note={
        <>
          {data ? all.length : null} {can(me.role, 'bonfires.write') ? <HeldLink short /> : null}
        </>
      }
      actions={
        <Button asChild size="sm" look="quiet">
          <Link href="/bonfires">All bonfires</Link>
        </Button>
      }
    >
      {!data && error ? <ErrorState title="The bonfires could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading the bonfires" /> : null}
      {data && all.length === 0 ? <EmptyState>No registered bonfire burns now.</EmptyState> : null}
      <ul>
        {all.slice(0, MOST).map((bonfire) => (
          <li key={bonfire.id} className="flex min-h-7 items-center gap-2 border-b px-3 text-sm last:border-b-0">
            <span title={bonfirePlace(bonfire)} className="min-w-0 flex-1 truncate">
              {bonfirePlace(bonfire)}
            </span>
            <span className="text-text-muted">
              to <Timestamp at={bonfire.endsAt} />
            </span>
            {bonfire.status === 'overdue' ? (
              <Pill tone="warning" shape="triangle">
                Overdue
              </Pill>
            ) : null}
          </li>
        ))}
      </ul>
      {all.length > MOST ? <p className="px-3 py-1 text-xs text-text-muted">and {all.length - MOST} more</p> : null}
    </Panel>
  );
}
