'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps rows where they are while somebody works with them: when a new one enters on top, the list scrolls by as much
 * instead of moving what is under the pointer or has the keyboard. Browsers do so by themselves only once scrolled.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>, firstId: string | undefined): void {
  const before = useRef<{ readonly id: string | undefined; readonly row: Element | null; readonly top: number } | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const held = before.current;
    const inUse = element.matches(':hover, :focus-within');
    if (held && inUse && held.id !== firstId && held.row?.isConnected && element.scrollTop === 0) {
      element.scrollBy({ top: Math.max(0, topOf(held.row) - held.top), behavior: 'instant' });
    }
    const row = element.querySelector('[data-incident]');
    before.current = { id: firstId, row, top: row ? topOf(row) : 0 };
  });
}

// Within the list's content, so that scrolling does not count.
function topOf(row: Element): number {
  return row instanceof HTMLElement ? row.offsetTop : 0;
}
