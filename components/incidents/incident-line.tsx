'use client';

import Link from 'next/link';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import type { Incident } from '@/lib/protocol/incident';
import type { Unit } from '@/lib/protocol/unit';
import { AcceptButton } from './accept-button';
import { IncidentStatusPill } from './incident-status-pill';
import { PlaceAndUnits } from './place-and-units';
import { PriorityMark } from './priority-mark';
import { useFresh } from './use-fresh';

interface IncidentLineProps {
  readonly incident: Incident;
  readonly units: readonly Unit[];
  /** Null where this person cannot accept it. */
  readonly onAccept: ((incident: Incident) => void) | null;
  readonly accepting: boolean;
}

/** One incident in little room: two lines where it is narrow, one where there is place. */
export const IncidentLine = memo(function IncidentLine({ incident, units, onAccept, accepting }: IncidentLineProps) {
  const fresh = useFresh(incident.createdAt);
  const callSigns = units.map((unit) => unit.callSign).join(' ');
  return (
    <li
      data-row={incident.id}
      className={cn(
        'group grid min-h-7 grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b px-3 py-0.5 text-sm last:border-b-0 hover:bg-text/5 focus-within:bg-text/8 @min-[560px]:grid-cols-[2.5rem_5rem_minmax(0,1fr)_auto]',
        fresh && 'animate-arrive',
      )}
    >
      <PriorityMark priority={incident.priority} />
      <span className="figures text-text-muted @max-[560px]:hidden">{incident.number}</span>
      <span className="min-w-0">
        <Link href={`/incidents/${encodeURIComponent(incident.id)}`} prefetch={false} className="block truncate rounded-sm font-medium focus-visible:-outline-offset-2">
          {incident.title}
        </Link>
        <PlaceAndUnits incident={incident} callSigns={callSigns} numberClassName="@min-[561px]:hidden" />
      </span>
      <span className="flex items-center gap-2 @max-[420px]:flex-col-reverse @max-[420px]:items-end @max-[420px]:gap-1">
        {onAccept ? <AcceptButton incident={incident} accepting={accepting} onAccept={onAccept} /> : null}
        <IncidentStatusPill incident={incident} />
      </span>
    </li>
  );
});
