'use client';

import { useEffect, useState, type RefObject } from 'react';

/** What is about to scroll into sight counts already, pixels. */
const MARGIN = '240px';

/** Whether an element is in sight, or nearly; null until that is known. */
export function useInSight(element: RefObject<Element | null>): boolean | null {
  const [inSight, setInSight] = useState<boolean | null>(null);
  useEffect(() => {
    if (!element.current) return;
    // The content of the board scrolls inside its frame, which only `scrollMargin` reaches into.
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? null), { rootMargin: MARGIN, scrollMargin: MARGIN });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
}
