'use client';

import { useQuery } from '@tanstack/react-query';
import type { OpenTotals } from '@/lib/protocol/incident-totals';
import { openTotalsQuery } from '@/lib/queries/incidents';

const NONE: OpenTotals = { counts: [], counted: [] };

/** How many incidents are open by priority and status, those among them that this page does not hold. */
export function useOpenTotals(): OpenTotals {
  return useQuery(openTotalsQuery).data ?? NONE;
}
