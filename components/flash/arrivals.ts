import { ownValue } from '@/lib/core/own-value';
import { useFlash, type BarFlash } from '@/stores/flash';
import { levelRank } from './levels';

/** Calls back for each message that goes live, or gets louder, after the first snapshot. Gives back its own undo. */
export function subscribeToArrivals(listener: (flash: BarFlash) => void): () => void {
  return useFlash.subscribe((state, previous) => {
    if (!previous.hydrated) return;
    for (const flash of Object.values(state.byId)) {
      const known = ownValue(previous.byId, flash.id);
      const louder = known && levelRank(flash.level) < levelRank(known.level);
      if (flash.status === 'live' && (!known || known.status !== 'live' || louder)) listener(flash);
    }
  });
}
