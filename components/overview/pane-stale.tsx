'use client';

import { Pill } from '@/components/ui/pill';
import { staleReason } from '@/components/ui/staleness';
import { useNow } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';

/** The short form of the stale badge, for panes side by side: the reason is said once on the page, and here on pointing. */
export function PaneStale() {
  const connection = useConnection();
  const now = useNow();
  const reason = now === null ? null : staleReason(connection, now);
  if (reason === null) return null;
  return (
    <span title={reason}>
      <Pill tone="stale" shape="half">
        outdated
      </Pill>
    </span>
  );
}
