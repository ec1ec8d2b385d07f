'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Where this Watchroom is, as the browser reached it; empty on the server. */
export function useOwnOrigin(): string {
  return useSyncExternalStore(never, () => window.location.origin, () => '');
}
