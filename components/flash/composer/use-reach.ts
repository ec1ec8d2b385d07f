'use client';

import { useQuery } from '@tanstack/react-query';
import type { Role } from '@/lib/protocol/permissions';
import { recipientsQuery } from '@/lib/queries/flash';
import { reachOf } from './audience-count';

/** How many people a choice of roles reaches; null while that is not known. */
export function useReach(audience: readonly Role[]): number | null {
  const { data } = useQuery(recipientsQuery);
  return data ? reachOf(audience, data) : null;
}
