'use client';

import { memo } from 'react';
import { formatLatency } from '../share-words';
import { formatDuration } from '@/components/ui/format-time';
import type { Latency } from '@/stores/latencies';
import { latencyPath } from './latency-path';

const BOX = { width: 120, height: 22 };

interface LatencyLineProps {
  /** Oldest first. */
  readonly latencies: readonly Latency[];
  readonly intervalMs: number;
  readonly className?: string;
}

/** The latencies of the last minutes as a line. Its place stays while there are none. */
export const LatencyLine = memo(function LatencyLine({ latencies, intervalMs, className }: LatencyLineProps) {
  return (
    <svg role="img" aria-label={wordsOf(latencies)} viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" className={className}>
      <path d={latencyPath(latencies, intervalMs, BOX)} fill="none" className="stroke-accent" strokeWidth={1.25} vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
});

function wordsOf(latencies: readonly Latency[]): string {
  const told = latencies.flatMap(({ ms }) => (ms === null ? [] : [ms]));
  const first = latencies[0];
  const last = latencies.at(-1);
  if (!first || !last || told.length === 0) return 'No latency measured';
  return `Latency of the last ${formatDuration(last.at - first.at)}: ${formatLatency(Math.min(...told))} to ${formatLatency(Math.max(...told))}`;
}
