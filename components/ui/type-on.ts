'use client';

import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * Draws what `change` sets, then gives the keyboard to `next`. In this order, so that who types on at once loses no letter
 * to what was sent before, and Enter sends again.
 */
export function typeOnIn(next: RefObject<HTMLElement | null>, change: () => void): void {
  flushSync(change);
  next.current?.focus();
}
