'use client';

import { useCallback, useEffect, useRef, type RefCallback } from 'react';
import { reportReceipt } from '@/lib/client/receipt-queue';

/**
 * Tells the server that a message was there to be read: the end of its text stood on a screen that somebody can see, not cut
 * off, not scrolled away, not in a hidden tab. Give the answer as `ref` to what stands behind the last word.
 */
export function useReportDisplayed(flashId: string, owed: boolean): RefCallback<Element> {
  const inSight = useRef(false);
  const report = useCallback(() => {
    if (owed && inSight.current && document.visibilityState === 'visible') reportReceipt(flashId, 'displayed');
  }, [flashId, owed]);

  useEffect(() => {
    // A tab that is hidden draws nothing, so nothing is seen to come into sight there.
    document.addEventListener('visibilitychange', report);
    report();
    return () => document.removeEventListener('visibilitychange', report);
  }, [report]);

  return useCallback(
    (end) => {
      if (!end) return;
      const observer = new IntersectionObserver(
        ([entry]) => {
          inSight.current = entry?.isIntersecting ?? false;
          report();
        },
        { threshold: 0.5 },
      );
      observer.observe(end);
      return () => {
        inSight.current = false;
        observer.disconnect();
      };
    },
    [report],
  );
}
