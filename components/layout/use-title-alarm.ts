'use client';

import { useEffect } from 'react';

/** Puts how many messages wait in front of the page's title, where a tab in the background shows it. */
export function useTitleAlarm(waiting: number): void {
  useEffect(() => {
    if (waiting === 0) return;
    const mark = `(${waiting}) `;
    const apply = () => {
      if (!document.title.startsWith(mark)) document.title = mark + bare(document.title);
    };
    apply();
    // A change of page writes its own title over ours.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = bare(document.title);
    };
  }, [waiting]);
}

function bare(title: string): string {
  return title.replace(/^\(\d+\) /, '');
}
