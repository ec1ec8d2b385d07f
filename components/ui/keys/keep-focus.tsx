'use client';

import { useEffect } from 'react';
import { isTyping } from './key-matcher';

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/**
 * Within `data-keeps-focus` a press does not take the keyboard away from where it is: who types goes on typing, with the
 * caret where it was. For what news brings: messages, what came in, the sound chip. Once per page.
 */
export function KeepFocus() {
  useEffect(() => {
    const onMouseDown = (event: MouseEvent) => {
      // Elsewhere text can be selected as usual.
      if (!isTyping(document.activeElement) || !(event.target instanceof Element) || !event.target.closest('[data-keeps-focus]') || event.target.closest(FIELDS)) return;
      event.preventDefault();
    };
    document.addEventListener('mousedown', onMouseDown, true);
    return () => document.removeEventListener('mousedown', onMouseDown, true);
  }, []);
  return null;
}
