'use client';

import { useEffect } from 'react';
import { useCommand } from '@/components/command/command-state';
import { useConnection } from '@/stores/connection';
import { isThere, useNewerVersion } from '@/stores/newer-version';
import { watchForQuiet } from './quiet-reload';
import { reloadedAt, reloadPage } from './reload-mark';
import { isUnfinished } from './unfinished';

const TOUCHES = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Loads the page anew by itself when a newer version is there, nobody is at it and nothing on it is unfinished. */
export function useQuietReload(userId: string): void {
  useEffect(() => {
    const leaving = new AbortController();
    let touchedAt = Date.now();
    const onTouch = () => {
      touchedAt = Date.now();
    };
    for (const touch of TOUCHES) document.addEventListener(touch, onTouch, { signal: leaving.signal, capture: true, passive: true });
    const stop = watchForQuiet({
      isThere: () => isThere(useNewerVersion.getState()),
      isConnected: () => useConnection.getState().status === 'connected',
      isUnfinished: () => useCommand.getState().text.trim() !== '' || isUnfinished({ document, tab: storageOr(() => sessionStorage), browser: storageOr(() => localStorage), userId }),
      touchedAt: () => touchedAt,
      reloadedAt: () => reloadedAt(() => sessionStorage),
      reload: reloadPage,
    });
    return () => {
      stop();
      leaving.abort();
    };
  }, [userId]);
}

function storageOr(get: () => Storage): Storage | null {
  try {
    return get();
  } catch {
    return null;
  }
}
