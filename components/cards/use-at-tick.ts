'use client';

import { useSyncExternalStore } from 'react';
import { lastTick, subscribeToTicks } from '@/components/ui/ticker';
import { useConnection } from '@/stores/connection';

/**
 * Something that follows from the time by the server's clock, in milliseconds. Asked at every tick; the component is
 * drawn anew only when the answer changes. `before`: the answer until the page is alive in the browser.
 */
export function useAtTick<T extends string | number | boolean | null>(pick: (now: number) => T, before: T): T {
  const offset = useConnection((state) => state.clockOffsetMs);
  return useSyncExternalStore(
    subscribeToTicks,
    () => pick(lastTick() + offset),
    () => before,
  );
}
