'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOpenTotals } from '@/components/incidents/use-open-totals';
import { countByPriority } from '@/components/overview/counts';
import type { Priority } from '@/lib/protocol/incident';
import { countOpen } from '@/lib/protocol/incident-totals';
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
  const totals = useOpenTotals();
  const services = useQuery({ ...infrastructureQuery, enabled: false }).data?.services;
  return useMemo(() => {
    return {
      byPriority: countByPriority(totals),
      fresh: countOpen(totals, { statuses: ['new'] }),
      freshP1: countOpen(totals, { priority: 'P1', statuses: ['new'] }),
      down: (services ?? []).filter(({ state }) => state === 'down').length,
    };
  }, [totals, services]);
}
