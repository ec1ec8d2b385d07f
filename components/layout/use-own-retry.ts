'use client';

import { useEffect, useEffectEvent } from 'react';
import { backoffMs } from '@/lib/core/backoff';

/** Between 2 and 30 seconds: quick for a database that restarts, and spread, so that a room full of screens does not come back at once. */
const WAIT = { baseMs: 4_000, capMs: 30_000 };
const LEAST_MS = 2_000;
/** A failure after so long is a new one. */
const CALM_MS = 120_000;

// A page that fails again is a new component: what it has tried is known out here.
let tries = 0;
let lastAt = -Infinity;

/** Tries again by itself after a failure, later and later while it goes on. */
export function useOwnRetry(error: unknown, retry: () => void): void {
  const again = useEffectEvent(retry);
  useEffect(() => {
    const now = performance.now();
    tries = now - lastAt > CALM_MS ? 0 : tries + 1;
    lastAt = now;
    const timer = setTimeout(() => again(), backoffMs(tries, Math.random(), WAIT, LEAST_MS));
    return () => clearTimeout(timer);
  }, [error]);
}
