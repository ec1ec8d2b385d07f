'use client';

import { useEffect } from 'react';
import { reportReceipt } from '@/lib/client/receipt-queue';

/** Tells the server that a message stands on a screen that somebody can see: at once, or when the tab comes into sight. */
export function useReportDisplayed(flashId: string, owed: boolean): void {
  useEffect(() => {
    if (!owed) return;
    const leaving = new AbortController();
    const check = () => {
      if (document.visibilityState !== 'visible') return;
      reportReceipt(flashId, 'displayed');
      leaving.abort();
    };
    document.addEventListener('visibilitychange', check, { signal: leaving.signal });
    check();
    return () => leaving.abort();
  }, [flashId, owed]);
}
