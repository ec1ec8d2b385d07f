'use client';

import { useSyncExternalStore } from 'react';
import { useConnection } from '@/stores/connection';
import { formatDate } from './format-time';
import { lastTick, subscribeToTicks } from './ticker';

const unknown = () => null;
const never = () => () => {};

/** The browser's time at the last tick, in milliseconds; null until the page is alive in the browser. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribeToTicks, lastTick, unknown);
}

/** The server's time at the last tick, in milliseconds; null until the page is alive in the browser. */
export function useServerNow(): number | null {
  const now = useNow();
  const offset = useConnection((state) => state.clockOffsetMs);
  return now === null ? null : now + offset;
}

/** Today's date where the reader is; null on the server. Changes at midnight only, not each second. */
export function useToday(): string | null {
  return useSyncExternalStore<string | null>(subscribeToTicks, () => formatDate(lastTick()), unknown);
}

/** False while the server's markup is taken over, true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
