'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countByPriority } from '@/components/overview/counts';
import type { Priority } from '@/lib/protocol/incident';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { infrastructureQuery } from '@/lib/queries/infrastructure';

/** What is on and what nobody has taken up yet. */
export interface Waiting {
  readonly byPriority: Readonly<Record<Priority, number>>;
  /** Incidents that nobody has accepted. */
  readonly fresh: number;
  readonly freshP1: number;
  /** Services that are down. */
  readonly down: number;
}

/** How many incidents and services wait for somebody. Read from what the page holds: it asks for nothing. */
export function useWaiting(): Waiting {
  const incidents = useQuery({ ...openIncidentsQuery, enabled: false }).data?.items;
  const services = useQuery({ ...infrastructureQuery, enabled: false }).data?.services;
  return useMemo(() => {
    const fresh = (incidents ?? []).filter(({ status }) => status === 'new');
    return {
      byPriority: countByPriority(incidents ?? []),
      fresh: fresh.length,
      freshP1: fresh.filter(({ priority }) => priority === 'P1').length,
      down: (services ?? []).filter(({ state }) => state === 'down').length,
    };
  }, [incidents, services]);
}
