'use client';

import { useEffect, useRef } from 'react';

/** Keeps the keyboard where it is while rows change places: a browser takes it away from what is moved. Remember before, restore after. */
export function useKeptFocus(): () => () => void {
  const wanted = useRef<HTMLElement | null>(null);
  // After every drawing: when the rows have their new places is up to React.
  useEffect(() => {
    const { current } = wanted;
    wanted.current = null;
    if (!current || (document.activeElement !== current && document.activeElement !== document.body)) return;
    // At the end of the list its button can do no more: the other one of the row has the keyboard then.
    const off = current instanceof HTMLButtonElement && current.disabled;
    (off ? current.closest('tr')?.querySelector<HTMLElement>('button:not(:disabled)') : current)?.focus();
  });
  return () => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    return () => {
      wanted.current = before;
    };
  };
}
