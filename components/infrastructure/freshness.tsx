'use client';

import { cn } from '@/components/ui/cn';
import { formatDuration } from '@/components/ui/format-time';
import { Pill } from '@/components/ui/pill';
import { StaleBadge } from '@/components/ui/stale-badge';
import { useNow } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';
import { ASK_EVERY_MS } from './view-at';

/** A change of streams is over before this; only what lasts is said. */
const GRACE_MS = 3_000;
/** Somebody looks at least every ten seconds; one round may be late. */
const LATE_MS = 20_000;

interface FreshnessProps {
  /** How long ago somebody looked, milliseconds; null when not known. */
  readonly ageMs: number | null;
  readonly isAsking: boolean;
  readonly className?: string;
}

/** How old the picture is, how it is kept current, and whether that fails. */
export function Freshness({ ageMs, isAsking, className }: FreshnessProps) {
  const since = useConnection((state) => state.since);
  const now = useNow();
  const saysAsking = isAsking && since !== 0 && now !== null && now - since > GRACE_MS;
  return (
    <span className={cn('flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-text-muted', className)}>
      <span className="figures min-w-28">{ageMs === null ? '' : `checked ${formatDuration(ageMs)} ago`}</span>
      <StaleBadge />
      {saysAsking ? <span>No live stream: asks every {ASK_EVERY_MS / 1_000} s.</span> : null}
      {!saysAsking && ageMs !== null && ageMs > LATE_MS ? (
        <Pill tone="stale" shape="half">
          outdated · nobody has looked for {formatDuration(ageMs)}
        </Pill>
      ) : null}
    </span>
  );
}
