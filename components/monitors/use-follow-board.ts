'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Infrastructure } from '@/lib/protocol/infrastructure';
import { infrastructureQuery } from '@/lib/queries/infrastructure';
import { monitorKeys } from '@/lib/queries/monitors';

/** Reads monitors and maintenance again when the board shows that somebody changed them; no event of their own tells of it. */
export function useFollowBoard(): void {
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...infrastructureQuery, select: setupOf });
  const known = useRef(data);
  useEffect(() => {
    if (data === known.current) return;
    const first = known.current === undefined;
    known.current = data;
    if (first) return;
    void queryClient.invalidateQueries({ queryKey: monitorKeys.all });
    void queryClient.invalidateQueries({ queryKey: monitorKeys.maintenance });
  }, [queryClient, data]);
}

/** What of the board comes from the settings of monitors and maintenance. */
function setupOf({ services }: Infrastructure): string {
  return JSON.stringify(services.map(({ id, name, target, interval_ms, state, maintenance }) => [id, name, target, interval_ms, state === 'paused', maintenance]));
}
