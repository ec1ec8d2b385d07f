'use client';

import { useEffect } from 'react';
import { usePreferences } from '@/stores/preferences';
import { chordOf, createKeyMatcher, isTyping, type KeyBinding } from './key-matcher';
import { useKeyRegistry } from './key-registry';

/** Listens for the keys of the page. Once per page. */
export function KeyListener() {
  useEffect(() => {
    const match = createKeyMatcher();
    const bindings = () => useKeyRegistry.getState().groups.flat().filter(({ isHint }) => !isHint);
    const run = (event: KeyboardEvent, binding: KeyBinding) => {
      event.preventDefault();
      binding.run();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      // With Alt a key is no letter: it acts while somebody types and over an open question as well.
      const chord = chordOf(event);
      const chosen = chord === null ? undefined : bindings().find(({ keys }) => keys === chord);
      if (chosen) return run(event, chosen);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || !usePreferences.getState().keysOn) return;
      // An open question, list or menu has the keyboard to itself.
      if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]')) return;
      const binding = match(event.key, event.timeStamp, bindings());
      if (binding) run(event, binding);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
