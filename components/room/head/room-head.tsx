'use client';

import { useState } from 'react';
import { IncidentStatusPill } from '@/components/incidents/incident-status-pill';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { StaleBadge } from '@/components/ui/stale-badge';
import type { Me } from '@/lib/protocol/answers';
import type { Incident } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { ActionBar } from './action-bar';
import { EditForm } from './edit-form';
import { Facts } from './facts';
import { PausedNotice } from './paused-notice';

const FROZEN: readonly Incident['status'][] = ['closed', 'cancelled', 'merged'];

interface RoomHeadProps {
  readonly incident: Incident;
  readonly me: Me;
}

/** What the room is about and how it stands. */
export function RoomHead({ incident, me }: RoomHeadProps) {
  const [editing, setEditing] = useState(false);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const leave = (kept: boolean) => {
    setEditing(false);
    setIsUnsaved(kept);
  };
  const canEdit = can(me.role, 'incidents.write') && !FROZEN.includes(incident.status);
  useKey('e', 'Edit the incident', () => setEditing(true), canEdit && !editing);

  return (
    <header className="grid gap-2 rounded-md border bg-surface-raised px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PriorityMark priority={incident.priority} />
        <span className="figures text-text-muted">{incident.number}</span>
        <h1 className="min-w-0 text-md font-semibold break-words">{incident.title}</h1>
        <IncidentStatusPill incident={incident} />
        <StaleBadge />
        {canEdit && !editing ? (
          <Button size="sm" look="quiet" className="ml-auto" aria-keyshortcuts="e" onClick={() => setEditing(true)}>
            {isUnsaved ? 'Edit, not saved yet' : 'Edit'}
            <Kbd keys="e" />
          </Button>
        ) : null}
      </div>
      {editing ? <EditForm incident={incident} me={me} onClose={leave} /> : <Facts incident={incident} me={me} canEdit={canEdit} />}
      <PausedNotice incident={incident} />
      {can(me.role, 'incidents.write') ? <ActionBar incident={incident} role={me.role} /> : null}
    </header>
  );
}
