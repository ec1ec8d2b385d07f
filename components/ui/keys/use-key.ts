'use client';

import { useEffect, useEffectEvent } from 'react';
import { registerKeys } from './key-registry';

/** Tells of a key in the sheet while it does nothing: what it acts on has not got the keyboard. */
export function useKeyHint(keys: string, label: string, shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    return registerKeys([{ keys, label, run: () => {}, isHint: true }]);
  }, [keys, label, shown]);
}

/** Makes a key ("a") or a pair ("g b") do something while the component is on the page. */
export function useKey(keys: string, label: string, run: () => void, enabled = true): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    return registerKeys([{ keys, label, run: () => latest() }]);
  }, [keys, label, enabled]);
}
