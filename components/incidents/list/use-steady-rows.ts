'use client';

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps rows where they are while somebody works with them: whatever comes in or is sorted, the row under the pointer, else
 * the one with the keyboard, else (once scrolled) the first in sight stays in its place, and the list scrolls around it.
 * A list too short to scroll gets room at its end until the pointer leaves.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>): void {
  const before = useRef<ReadonlyMap<string, number>>(new Map());

  useLayoutEffect(() => {
    if (list.current) before.current = holdRows(list.current, before.current);
  });

  useEffect(() => (list.current ? followList(list.current) : undefined), [list]);
}

/** Scrolls the list so that the row in use is where it was; gives where each row is now. */
function holdRows(element: HTMLElement, known: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rows = [...element.querySelectorAll<HTMLElement>('[data-incident]')];
  const scroller = scrollerOf(element);
  const held = heldRow(element, rows, scroller, known);
  const was = held && known.get(idOf(held));
  if (held && was !== undefined && held.offsetTop !== was) {
    const target = scroller.scrollTop + held.offsetTop - was;
    const missing = target - (scroller.scrollHeight - scroller.clientHeight);
    if (missing > 0) element.style.paddingBottom = `${Number.parseFloat(element.style.paddingBottom || '0') + missing}px`;
    scroller.scrollTop = target;
  }
  return new Map(rows.map((row) => [idOf(row), row.offsetTop]));
}

function followList(element: HTMLElement): () => void {
  // Done here for every browser; done a second time by the browser itself, rows would jump.
  scrollerOf(element).style.overflowAnchor = 'none';
  const release = () => {
    element.style.paddingBottom = '';
  };
  element.addEventListener('pointerleave', release);
  return () => element.removeEventListener('pointerleave', release);
}

function heldRow(element: HTMLElement, rows: readonly HTMLElement[], scroller: HTMLElement, known: ReadonlyMap<string, number>): HTMLElement | undefined {
  const inUse = rows.find((row) => row.matches(':hover')) ?? rows.find((row) => row.contains(document.activeElement));
  if (inUse) return inUse;
  if (element.matches(':hover')) return rows.find((row) => known.has(idOf(row)));
  return scroller.scrollTop > 0 ? rows.find((row) => (known.get(idOf(row)) ?? -1) >= scroller.scrollTop) : undefined;
}

// The nearest box that scrolls, the list itself or one around it.
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let box: HTMLElement | null = element; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (overflowY === 'auto' || overflowY === 'scroll') return box;
  }
  return element;
}

function idOf(row: HTMLElement): string {
  return row.dataset['incident'] ?? '';
}
