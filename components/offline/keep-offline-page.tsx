'use client';

import { useEffect } from 'react';

/** What the page loads in its first moments, charts included, is told to the worker then. */
const AFTER_MS = 4_000;
const ASSETS = '/_next/static/';

/**
 * Has the browser keep the page that is shown when Watchroom cannot be reached. Only where the browser lets a site do so:
 * over https, or on the machine itself.
 */
export function KeepOfflinePage() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const timer = setTimeout(() => void keep().catch(() => undefined), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

async function keep(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  active?.postMessage({ keep: loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(ASSETS)).map(({ pathname }) => pathname) });
}
