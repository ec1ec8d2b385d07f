'use client';

import Link from 'next/link';
import { memo, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useGo } from '@/components/offline/go';
import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { Td } from '@/components/ui/table';
import type { Incident } from '@/lib/protocol/incident';
import { placeWords } from '@/lib/protocol/place';
import type { Unit } from '@/lib/protocol/unit';
import { AcceptButton } from '../accept-button';
import { IncidentStatusPill } from '../incident-status-pill';
import { PlaceAndUnits } from '../place-and-units';
import { PriorityMark } from '../priority-mark';
import { TYPE_WORDS } from '../type-words';
import { useFresh } from '../use-fresh';
import { COLUMNS, type Column } from './columns';

interface IncidentRowProps {
  readonly incident: Incident;
  readonly units: readonly Unit[];
  /** Place among all rows, from 0. */
  readonly index: number;
  /** Null where this person cannot accept it. */
  readonly onAccept: ((incident: Incident) => void) | null;
  readonly accepting: boolean;
  readonly ref?: Ref<HTMLTableRowElement>;
}

/** One incident. Its title is a link, so that it can be opened elsewhere and reached by key. */
export const IncidentRow = memo(function IncidentRow({ incident, units, index, onAccept, accepting, ref }: IncidentRowProps) {
  const go = useGo();
  const fresh = useFresh(incident.createdAt);
  const href = `/incidents/${encodeURIComponent(incident.id)}`;
  const place = placeWords(incident.location);
  const callSigns = units.map((unit) => unit.callSign).join(' ');

  const open = (event: MouseEvent) => {
    const own = event.target instanceof Element && event.target.closest('a, button');
    if (!own && !window.getSelection()?.toString()) go(href);
  };

  const cells: Readonly<Record<Column['id'], ReactNode>> = {
    priority: <PriorityMark priority={incident.priority} />,
    number: <span className="figures text-text-muted">{incident.number}</span>,
    type: TYPE_WORDS[incident.type],
    title: (
      <>
        <Link href={href} prefetch={false} className="block truncate rounded-sm py-0.5 font-medium focus-visible:-outline-offset-2 @max-[640px]:line-clamp-2 @max-[640px]:whitespace-normal">
          {incident.title}
        </Link>
        <PlaceAndUnits incident={incident} callSigns={callSigns} className="pb-1 @min-[641px]:hidden" />
      </>
    ),
    address: place ?? '–',
    status: (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 @max-[640px]:py-1">
        {/* On a phone nothing stands beside it, and its age needs no more room than it has. */}
        <IncidentStatusPill incident={incident} className="@max-[640px]:[&>:last-child]:min-w-0" />
        {onAccept ? <AcceptButton incident={incident} accepting={accepting} onAccept={onAccept} /> : null}
      </span>
    ),
    owner: incident.owner?.name ?? <span className="text-text-muted">nobody</span>,
    units: callSigns || <span className="text-text-muted">none</span>,
    age: <Age since={incident.createdAt} className="text-text-muted" />,
  };

  return (
    <tr
      ref={ref}
      data-index={index}
      data-row={incident.id}
      aria-rowindex={index + 2}
      onClick={open}
      className={cn('group cursor-pointer hover:bg-text/5 focus-within:bg-text/8', fresh && 'animate-arrive')}
    >
      {COLUMNS.map(({ id, both }) => (
        <Td key={id} title={id === 'address' ? (place ?? undefined) : undefined} className={cn(id === 'status' ? '' : 'truncate', (id === 'title' || id === 'status') && 'py-0', both)}>
          {cells[id]}
        </Td>
      ))}
    </tr>
  );
});
