'use client';

import { useState, type FocusEvent, type RefObject } from 'react';
import { useKey } from '@/components/ui/keys/use-key';
import type { Incident } from '@/lib/protocol/incident';

interface ListKeys {
  /** The incident whose row has the keyboard. */
  readonly focused: Incident | undefined;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** j and k move the focus through the rows; Enter opens, as it does every link. */
export function useListKeys(list: RefObject<HTMLElement | null>, incidents: readonly Incident[]): ListKeys {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  useKey('j', 'Next incident', () => moveFocus(list.current, 1));
  useKey('k', 'Previous incident', () => moveFocus(list.current, -1));

  return {
    focused: incidents.find((incident) => incident.id === focusedId),
    onFocus: ({ target }) => setFocusedId(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null),
    onBlur: ({ relatedTarget, currentTarget }) => {
      if (!currentTarget.contains(relatedTarget)) setFocusedId(null);
    },
  };
}

function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? firstInSight(list, rows) : rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.querySelector('a')?.focus();
}

// Rows out of sight are drawn ahead; starting there would scroll away from what one reads.
function firstInSight(list: HTMLElement, rows: readonly HTMLElement[]): HTMLElement | undefined {
  // Headings stay in sight while the rows scroll under them; their row does not.
  const head = list.querySelector('th');
  const edge = head ? head.getBoundingClientRect().bottom : list.getBoundingClientRect().top;
  return rows.find((row) => row.getBoundingClientRect().top >= edge - 1) ?? rows[0];
}
