'use client';

import { useMemo } from 'react';
import { ownValue } from '@/lib/core/own-value';
import type { InfraHistory } from '@/lib/protocol/monitor';
import { useLatencies, type Latency } from '@/stores/latencies';
import { joinLatencies } from './join-latencies';

const NONE: readonly never[] = [];

/** The last latencies of a service: those of the history, and those that this page heard since. */
export function useLatenciesOf(serviceId: string, history: InfraHistory['items'][number] | undefined): readonly Latency[] {
  const heard = useLatencies((state) => ownValue(state.byService, serviceId)) ?? NONE;
  const remembered = history?.latencies ?? NONE;
  return useMemo(() => joinLatencies(remembered, heard), [remembered, heard]);
}
