'use client';

import { useQuery } from '@tanstack/react-query';
import { useRoomSubscription } from '@/components/providers/room-subscription';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Me } from '@/lib/protocol/answers';
import { incidentQuery, openIncidentsQuery } from '@/lib/queries/incidents';
import { RoomHead } from './head/room-head';
import { RoomLog } from './log/room-log';
import { Presence } from './presence';
import { RoomUnits } from './units/room-units';
import { useTellPresence } from './use-tell-presence';

interface RoomProps {
  readonly incidentId: string;
  readonly me: Me;
}

/** The room of one incident: how it stands, what was said, who works for it. */
export function Room({ incidentId, me }: RoomProps) {
  const { data, error, isFetching, refetch } = useQuery(incidentQuery(incidentId));
  // Without the server, as the board knows it.
  const known = useQuery(openIncidentsQuery).data?.items.find(({ id }) => id === incidentId);
  const incident = data?.incident ?? known;
  useRoomSubscription(incidentId);
  useTellPresence(incidentId, me.id);

  if (!incident) {
    return error ? (
      <ErrorState title="The incident could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonRows rows={16} label="Loading the incident" />
    );
  }
  return (
    <div className="flex flex-col gap-3 p-3 lg:h-full">
      <RoomHead incident={incident} me={me} />
      <div className="flex min-h-0 flex-col gap-3 lg:flex-1 lg:flex-row">
        <div className="h-[78dvh] min-h-96 min-w-0 lg:h-auto lg:min-h-72 lg:flex-1">
          <RoomLog key={incident.id} incident={incident} me={me} />
        </div>
        <div className="flex shrink-0 flex-col gap-3 lg:w-80 lg:overflow-y-auto 3xl:w-96">
          <RoomUnits incident={incident} role={me.role} />
          <Presence incidentId={incidentId} me={me} />
        </div>
      </div>
    </div>
  );
}
