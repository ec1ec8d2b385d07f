'use client';

import { useSyncExternalStore } from 'react';
import { isTyping } from './key-matcher';

/** Whether the keyboard is in a field now, so that letters are letters. */
export function useTyping(): boolean {
  return useSyncExternalStore(subscribe, () => isTyping(document.activeElement), () => false);
}

function subscribe(onChange: () => void): () => void {
  const leaving = new AbortController();
  document.addEventListener('focusin', onChange, { signal: leaving.signal });
  // Told before the focus has arrived where it goes.
  document.addEventListener('focusout', () => setTimeout(onChange), { signal: leaving.signal });
  return () => leaving.abort();
}
