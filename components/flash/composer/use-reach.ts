'use client';

import { useQuery } from '@tanstack/react-query';
import type { Role } from '@/lib/protocol/permissions';
import { recipientsQuery } from '@/lib/queries/flash';
import { reachOf, type Reach } from './audience-count';

/** How many people a choice of roles reaches; null while that is not known. Who is there changes: it is asked for again where `fresh`. */
export function useReach(audience: readonly Role[], fresh = false): Reach | null {
  const { data } = useQuery({ ...recipientsQuery, ...(fresh ? { refetchOnMount: 'always', refetchInterval: 5_000 } : {}) });
  return data ? reachOf(audience, data) : null;
}
