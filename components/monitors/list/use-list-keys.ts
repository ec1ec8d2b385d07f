'use client';

import { useState, type FocusEvent, type RefObject } from 'react';
import { useKey } from '@/components/ui/keys/use-key';
import type { Monitor } from '@/lib/protocol/monitor';

export const MONITOR_KEYS = { edit: 'e', test: 't', pause: 'p', remove: 'Delete' } as const;

interface ListKeysInput {
  readonly list: RefObject<HTMLElement | null>;
  readonly monitors: readonly Monitor[];
  readonly act: (act: keyof typeof MONITOR_KEYS, monitor: Monitor) => void;
}

/** j and k move through the rows; the other keys act on the row that has the keyboard. */
export function useListKeys({ list, monitors, act }: ListKeysInput) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focused = monitors.find(({ id }) => id === focusedId);
  const on = focused !== undefined;
  const run = (name: keyof typeof MONITOR_KEYS) => () => focused && act(name, focused);
  useKey('j', 'Next monitor', () => moveFocus(list.current, 1));
  useKey('k', 'Previous monitor', () => moveFocus(list.current, -1));
  useKey(MONITOR_KEYS.edit, 'Edit the monitor', run('edit'), on);
  useKey(MONITOR_KEYS.test, 'Test the monitor now', run('test'), on);
  useKey(MONITOR_KEYS.pause, 'Pause the monitor, or resume it', run('pause'), on);
  useKey(MONITOR_KEYS.remove, 'Delete the monitor', run('remove'), on);

  return {
    onFocus: ({ target }: FocusEvent) => setFocusedId(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null),
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setFocusedId(null);
    },
  };
}

/** Gives the keyboard to the row of a monitor. */
export function focusMonitor(list: HTMLElement | null, monitorId: string): void {
  rowsOf(list).find((row) => row.dataset['row'] === monitorId)?.querySelector('a')?.focus();
}

/** The monitor below, or above for the last one. */
export function neighbourOf(monitors: readonly Monitor[], monitorId: string): string | null {
  const at = monitors.findIndex(({ id }) => id === monitorId);
  return (monitors[at + 1] ?? monitors[at - 1])?.id ?? null;
}

function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.querySelector('a')?.focus();
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}
