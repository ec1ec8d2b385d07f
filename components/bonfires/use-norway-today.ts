'use client';

import { useSyncExternalStore } from 'react';
import { lastTick, subscribeToTicks } from '@/components/ui/ticker';
import { norwayDay } from '@/lib/core/norway-time';
import { useConnection } from '@/stores/connection';

/** Today's date in Norway by the server's clock; `first` is what the server knew. Changes at midnight only. */
export function useNorwayToday(first: string): string {
  return useSyncExternalStore(
    subscribeToTicks,
    () => norwayDay(lastTick() + useConnection.getState().clockOffsetMs),
    () => first,
  );
}
