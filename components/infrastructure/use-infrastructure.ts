'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useServerNow } from '@/components/ui/use-now';
import type { Infrastructure } from '@/lib/protocol/infrastructure';
import { infrastructureQuery } from '@/lib/queries/infrastructure';
import { useConnection } from '@/stores/connection';
import { noteLatencies } from '@/stores/latencies';
import { ASK_EVERY_MS, viewAt } from './view-at';

interface InfrastructureNow {
  /** As it must be read at this second: what nobody looked at is unknown. Undefined while there is nothing to show. */
  readonly data: Infrastructure | undefined;
  /** How long ago somebody looked, milliseconds; null when nobody ever did, or before the page is alive. */
  readonly ageMs: number | null;
  /** No stream tells of it, so the page asks every ten seconds. */
  readonly isAsking: boolean;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

/** What is watched, as the stream keeps it; asked for while there is no stream. It grows old by itself: a collector that stopped leaves nothing green. */
export function useInfrastructure(): InfrastructureNow {
  const status = useConnection((state) => state.status);
  const isAsking = status !== 'connected';
  const { data, error, failureCount, fetchStatus, isFetching, refetch } = useQuery({
    ...infrastructureQuery,
    refetchInterval: isAsking ? ASK_EVERY_MS : false,
    refetchIntervalInBackground: false,
    // The next question comes in ten seconds anyhow.
    ...(isAsking ? { retry: false } : {}),
  });
  useEffect(() => {
    // The stream's own are noted as they come; this is for those that were asked for.
    if (data) noteLatencies(data.services);
  }, [data]);
  const now = useServerNow();
  // An answer that failed or cannot be had is none to wait for.
  const isAnswered = isAsking && status !== 'disconnected' && failureCount === 0 && fetchStatus !== 'paused';
  const seen = useMemo(() => data && viewAt(data, now, isAnswered), [data, now, isAnswered]);
  const checkedAt = data?.checked_at ?? null;
  return {
    data: seen,
    ageMs: now === null || checkedAt === null ? null : Math.max(0, now - Date.parse(checkedAt)),
    isAsking,
    error,
    isFetching,
    refetch: () => void refetch(),
  };
}
