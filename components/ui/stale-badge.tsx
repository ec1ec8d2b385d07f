'use client';

import { useConnection } from '@/stores/connection';
import { Pill } from './pill';
import { staleReason } from './staleness';
import { useNow } from './use-now';

/** Says that what stands beside it may be outdated, and why. Nothing while it is current; never hides the value. */
export function StaleBadge() {
  const connection = useConnection();
  const now = useNow();
  const reason = now === null ? null : staleReason(connection, now);
  if (reason === null) return null;
  return (
    <Pill tone="stale" shape="half">
      outdated · {reason}
    </Pill>
  );
}
