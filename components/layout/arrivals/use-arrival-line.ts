'use client';

import { useMemo } from 'react';
import { soundRank } from '@/components/layout/sound/sound-patterns';
import { useArrivals, type Arrival } from '@/stores/arrivals';

/** What came in and waits for a look, the most urgent first, the newest of them before the others. */
export function useArrivalLine(): readonly Arrival[] {
  const items = useArrivals((state) => state.items);
  return useMemo(() => [...items].sort((a, b) => soundRank(a.kind) - soundRank(b.kind) || b.at.localeCompare(a.at)), [items]);
}
