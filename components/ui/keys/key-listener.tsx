'use client';

import { useEffect } from 'react';
import { usePreferences } from '@/stores/preferences';
import { createKeyMatcher, isTyping } from './key-matcher';
import { useKeyRegistry } from './key-registry';

/** Listens for the keys of the page. Once per page. */
export function KeyListener() {
  useEffect(() => {
    const match = createKeyMatcher();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || !usePreferences.getState().keysOn) return;
      // An open question, list or menu has the keyboard to itself.
      if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]')) return;
      const binding = match(event.key, event.timeStamp, useKeyRegistry.getState().groups.flat());
      if (!binding) return;
      event.preventDefault();
      binding.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
