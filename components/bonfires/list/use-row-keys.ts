'use client';

import { useKey } from '@/components/ui/keys/use-key';

/** j and k move the focus through the rows; Enter opens the focused one, as it does every link. */
export function useRowKeys(): void {
  useKey('j', 'Next bonfire', () => moveFocus(1));
  useKey('k', 'Previous bonfire', () => moveFocus(-1));
}

function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-bonfire-row]')];
  const focused = rows.findIndex((row) => row === document.activeElement);
  const current = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const next = current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + by));
  rows[next]?.focus();
}
