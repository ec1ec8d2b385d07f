'use client';

import { useEffect } from 'react';

/** Puts how much waits in front of the page's title, where a tab in the background shows it. */
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

/** Swaps the icon of the tab while something urgent waits: the mark in red, with a filled dot that is told from the usual one without its colour. */
export function useIconAlarm(urgent: boolean): void {
  useEffect(() => {
    if (!urgent) return;
    const icon = document.createElement('link');
    icon.rel = 'icon';
    icon.type = 'image/svg+xml';
    icon.href = '/icon-alarm.svg';
    // The last one wins.
    document.head.append(icon);
    return () => icon.remove();
  }, [urgent]);
}

function bare(title: string): string {
  return title.replace(/^\(\d+\) /, '');
}
