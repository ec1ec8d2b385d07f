'use client';

import { useSyncExternalStore } from 'react';
import { useConnection } from '@/stores/connection';
import { staleReason } from './staleness';
import { subscribeToTicks } from './ticker';

const listeners = new Set<() => void>();
let isRequestLost = false;

/** Notes whether the last page that was asked for could not be reached, and that it can be again. */
export function noteRequestLost(isLost: boolean): void {
  if (isLost === isRequestLost) return;
  isRequestLost = isLost;
  for (const listener of [...listeners]) listener();
}

/** Whether the server cannot be reached from here, as far as this page knows: asking it for a page would be in vain. */
export function isAway(): boolean {
  const connection = useConnection.getState();
  // One that stands but is deaf, or was refused, says that the server is there.
  return isRequestLost || !navigator.onLine || (connection.status === 'reconnecting' && staleReason(connection, Date.now()) !== null);
}

/** The same, followed. False until the page is alive in the browser. */
export function useAway(): boolean {
  return useSyncExternalStore(subscribe, isAway, () => false);
}

function subscribe(listener: () => void): () => void {
  // Time alone makes a silence too long.
  const undo = [subscribeToTicks(listener), useConnection.subscribe(listener)];
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    for (const end of undo) end();
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
