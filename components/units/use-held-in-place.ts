'use client';

import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { hasKeyboard } from './focus-row';
import type { BoardLine } from './groups';

type Lines = Virtualizer<HTMLElement, Element>;

/**
 * Keeps the line that one looks at in its place on the screen while units move about it: the one under the pointer, else
 * the chosen one if it is in sight, else the first in sight. Gives the way to say which line the pointer is over.
 */
export function useHeldInPlace(virtualizer: Lines, lines: readonly BoardLine[], pane: RefObject<HTMLElement | null>, selectedId: string | null) {
  const hovered = useRef<string | null>(null);
  const before = useRef<{ readonly lines: readonly BoardLine[]; readonly places: readonly VirtualItem[] } | null>(null);

  useLayoutEffect(() => {
    const element = pane.current;
    const known = before.current;
    // A copy: the list writes its next measurements into the same memory.
    before.current = { lines, places: [...virtualizer.measurementsCache] };
    if (!element || !known || known.lines === lines) return;
    const inSight = known.places.filter(({ start, end }) => end > element.scrollTop && start < element.scrollTop + element.clientHeight);
    const held = [hovered.current, selectedId].map((key) => inSight.find((place) => place.key === key)).find(Boolean) ?? inSight[0];
    const now = virtualizer.measurementsCache.find((place) => place.key === held?.key);
    // On top of the board one waits for what comes in there; only what is about to be clicked is held.
    if (held && now && (element.scrollTop > 0 || hovered.current !== null)) moveBy(element, now.start - held.start);
    // What has the keyboard is not left out of sight: the next key acts on it.
    if (selectedId === null || !hasKeyboard(selectedId)) return;
    const place = virtualizer.measurementsCache.find(({ key }) => key === selectedId);
    if (place && place.start < element.scrollTop) element.scrollTo(0, place.start);
    else if (place && place.end > element.scrollTop + element.clientHeight) element.scrollTo(0, place.end - element.clientHeight);
  });

  return (key: string | null) => {
    hovered.current = key;
    if (key === null && pane.current) giveRoom(pane.current, { above: 0, below: 0 });
  };
}

// Where the list cannot be scrolled as far, at its top or because it is short, room above or below it takes the place of that until the pointer leaves.
function moveBy(pane: HTMLElement, px: number): void {
  const top = pane.scrollTop + px - Number.parseFloat(pane.style.paddingTop || '0');
  const above = Math.max(0, -top);
  const below = Math.max(0, pane.clientHeight + top - (pane.firstElementChild?.clientHeight ?? 0));
  giveRoom(pane, { above, below: top > 0 ? below : 0 });
  pane.scrollTop = Math.max(0, top);
}

function giveRoom(pane: HTMLElement, { above, below }: { above: number; below: number }): void {
  pane.style.paddingTop = above === 0 ? '' : `${above}px`;
  pane.style.paddingBottom = below === 0 ? '' : `${below}px`;
}
