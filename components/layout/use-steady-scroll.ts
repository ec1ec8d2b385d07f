'use client';

import { useEffect, type RefObject } from 'react';

/** Keeps what one reads in place while the flash bar above grows or shrinks: the scrolled pane scrolls against it. */
export function useSteadyScroll(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let top = element.getBoundingClientRect().top;
    const observer = new ResizeObserver(() => {
      const moved = element.getBoundingClientRect().top - top;
      top += moved;
      if (element.scrollTop > 0) element.scrollTop += moved;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
}
