'use client';

import type { RefObject } from 'react';
import { useKey } from '@/components/ui/keys/use-key';

/** j and k move the keyboard from service to service; Enter opens the details, as it does every button. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useKey('j', 'Next service', () => move(list.current, 1));
  useKey('k', 'Previous service', () => move(list.current, -1));
  useKey('ArrowDown', 'Next service', () => move(list.current, 1));
  useKey('ArrowUp', 'Previous service', () => move(list.current, -1));
}

function move(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.querySelector('button')?.focus();
}
