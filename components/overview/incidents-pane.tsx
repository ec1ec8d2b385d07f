'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMemo, useRef } from 'react';
import { AcceptKey } from '@/components/incidents/accept-key';
import { AcceptProblem } from '@/components/incidents/accept-problem';
import { IncidentLine } from '@/components/incidents/incident-line';
import { useListKeys } from '@/components/incidents/list/use-list-keys';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import { useAccept } from '@/components/incidents/use-accept';
import { countWords, shareWords } from '@/components/incidents/count-words';
import { useAssigned } from '@/components/incidents/use-assigned';
import { useOpenTotals } from '@/components/incidents/use-open-totals';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { countOpen, HELD_OPEN_INCIDENTS } from '@/lib/protocol/incident-totals';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { compareOpen } from './counts';
import { Pane } from './pane';

/** More than these are for the page of their own. */
const MOST = 100;
const NO_UNITS = [] as const;

/** The open incidents, what needs a person first. */
export function IncidentsPane({ className }: { readonly className?: string }) {
  const { data, error, isFetching, refetch } = useQuery(openIncidentsQuery);
  const incidents = useMemo(() => [...(data?.items ?? [])].sort(compareOpen), [data]);
  const shown = incidents.slice(0, MOST);
  const open = countOpen(useOpenTotals());
  // A page holds all of them but in a flood; until then the list is the newer of the two, when one has just created something.
  const total = open > HELD_OPEN_INCIDENTS ? Math.max(open, incidents.length) : incidents.length;
  const list = useRef<HTMLUListElement>(null);
  const assigned = useAssigned();
  const accepting = useAccept();
  const { focused, onFocus, onBlur } = useListKeys(list, shown);
  useSteadyRows(list);

  return (
    <Pane title="Open incidents" count={data ? shareWords(incidents.length, total) : null} page={{ href: '/incidents', label: 'All incidents' }} className={className}>
      <AcceptProblem accepting={accepting} className="sticky top-0 z-10 bg-surface-raised" />
      {!data && error ? <ErrorState title="The open incidents could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={8} label="Loading the open incidents" /> : null}
      {data && incidents.length === 0 ? <EmptyState>No incident is open. What comes in appears here by itself.</EmptyState> : null}
      <AcceptKey focused={focused} accepting={accepting} />
      <ul ref={list} aria-label="Open incidents" onFocus={onFocus} onBlur={onBlur}>
        {shown.map((incident) => (
          <IncidentLine
            key={incident.id}
            incident={incident}
            units={assigned.get(incident.id) ?? NO_UNITS}
            onAccept={accepting.possible(incident) ? accepting.accept : null}
            accepting={accepting.pendingId === incident.id}
          />
        ))}
      </ul>
      {total > MOST ? (
        <Button asChild size="sm" look="quiet" className="m-2">
          <Link href="/incidents">All {countWords(total)} open incidents</Link>
        </Button>
      ) : null}
    </Pane>
  );
}
