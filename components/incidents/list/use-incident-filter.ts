'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { IncidentFilter } from '@/lib/protocol/incident-filter';
import { incidentAddress, readIncidentAddress } from './incident-address';

/** A change of the filter; what is given as undefined is taken away. */
export type FilterPatch = { [K in keyof IncidentFilter]?: IncidentFilter[K] | undefined };

interface SetFilterOptions {
  /** For changes that come letter by letter: going back must not undo them one by one. */
  readonly replace?: boolean;
}

/** Which incidents the list shows, kept in the address. */
export function useIncidentFilter(): [filter: IncidentFilter, change: (patch: FilterPatch, options?: SetFilterOptions) => void] {
  const params = useSearchParams();
  const filter = useMemo(() => readIncidentAddress(params), [params]);
  const change = (patch: FilterPatch, { replace = false }: SetFilterOptions = {}) => {
    const now = readIncidentAddress(new URLSearchParams(window.location.search));
    const next = { ...now, ...patch, view: patch.view ?? now.view, sort: patch.sort ?? now.sort };
    const address = incidentAddress(next) || window.location.pathname;
    if (replace) window.history.replaceState(null, '', address);
    else window.history.pushState(null, '', address);
  };
  return [filter, change];
}
