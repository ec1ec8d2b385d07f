'use client';

import { useMemo } from 'react';
import { useServerNow } from '@/components/ui/use-now';
import { useFlash } from '@/stores/flash';
import { useAcks } from './acknowledge';
import { useHiddenFlash } from './hidden-flash';
import { liveEntries, type LiveEntry } from './live-entries';
import { useLiveSeed } from './live-seed';

/** The messages that are on, in the order of the bar, hidden ones marked. Changes by news and by the clock. */
export function useLiveEntries(): LiveEntry[] {
  const seed = useLiveSeed();
  const hydrated = useFlash((state) => state.hydrated);
  const byId = useFlash((state) => state.byId);
  const hiddenIds = useHiddenFlash((state) => state.ids);
  const trouble = useAcks((state) => state.trouble);
  const serverNow = useServerNow();

  return useMemo(() => {
    const refused = Object.entries(trouble).filter(([, { retryAt }]) => retryAt === null);
    return liveEntries(hydrated ? Object.values(byId) : seed.flash, {
      role: seed.me.role,
      now: serverNow ?? Date.parse(seed.serverTime),
      hidden: new Set(hydrated ? hiddenIds : seed.hidden),
      refused: new Set(refused.map(([id]) => id)),
    });
  }, [seed, hydrated, byId, hiddenIds, trouble, serverNow]);
}

/** The message that the acknowledge key acts on: the topmost that waits for me. */
export function topmostAlerting(entries: readonly LiveEntry[]): LiveEntry | undefined {
  return entries.find((entry) => entry.state === 'alerting');
}
