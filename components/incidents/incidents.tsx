'use client';

import { useLiveSeed } from '@/components/flash/live-seed';
import { can } from '@/lib/protocol/permissions';
import { CreateLine } from './create/create-line';
import { IncidentList } from './list/incident-list';

/** All incidents; a new one is written on top of them. */
export function Incidents() {
  const { me } = useLiveSeed();
  return (
    <div className="flex h-full min-h-110 flex-col gap-2 p-3">
      <h1 className="sr-only">Incidents</h1>
      {can(me.role, 'incidents.write') ? <CreateLine userId={me.id} /> : null}
      <IncidentList />
    </div>
  );
}
