'use client';

import { useEffect } from 'react';
import { removeFlash } from '@/stores/flash';
import type { LiveEntry } from './live-entries';

const STRUCK_MS = 5_000;

/** Takes withdrawn messages off the bar five seconds after this screen learnt of it. */
export function useSweepWithdrawn(entries: readonly LiveEntry[]): void {
  const going = entries.filter((entry) => entry.state === 'withdrawn').map((entry) => `${entry.flash.id} ${entry.flash.endedHereAt}`).join();

  useEffect(() => {
    const timers = going
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [id = '', endedHereAt] = pair.split(' ');
        return setTimeout(() => removeFlash(id), Math.max(0, Number(endedHereAt) + STRUCK_MS - Date.now()));
      });
    return () => timers.forEach(clearTimeout);
  }, [going]);
}
