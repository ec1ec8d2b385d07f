'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAway } from '@/components/ui/away';
import type { Incident } from '@/lib/protocol/incident';
import { compareIncidents, fitsFilter, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { openIncidentsQuery } from '@/lib/queries/incidents';

/** What the board holds of a list that cannot be asked for, sorted as the list; null while the server can be reached or nothing is wanted. */
export function useKnownIncidents(filter: IncidentFilter, isWanted: boolean): Incident[] | null {
  const isUsed = useAway() && isWanted;
  const open = useQuery(openIncidentsQuery).data?.items;
  return useMemo(() => {
    if (!isUsed || !open) return null;
    return open.filter((incident) => fitsFilter(incident, filter)).sort(compareIncidents(filter.sort));
  }, [isUsed, open, filter]);
}
