'use client';

import { useQuery } from '@tanstack/react-query';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { bonfireQuery } from '@/lib/queries/bonfires';

/** The notice of the address: at once when a list holds it, asked for otherwise. Stays when it leaves the list. */
export function useChosenBonfire(bonfireId: string | null, listed: readonly Bonfire[]) {
  const known = listed.find(({ id }) => id === bonfireId);
  return useQuery({
    ...bonfireQuery(bonfireId ?? ''),
    enabled: bonfireId !== null,
    ...(known ? { initialData: { bonfire: known, cursor: null } } : {}),
  });
}
