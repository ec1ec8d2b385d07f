'use client';

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** A list that is kept steady, and where its rows were. */
interface Followed {
  readonly element: HTMLElement;
  readonly release: () => void;
}

/**
 * Keeps rows where they are while somebody works with them: whatever comes in or is sorted, the row under the pointer, else
 * the one with the keyboard, else (once scrolled) the first in sight stays in its place, and the list scrolls around it.
 * A list too short to scroll gets room at its end until the pointer leaves. Each row says which it is: `data-row={id}`.
 * Call it where the rows are drawn: it looks after each drawing.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>): void {
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  const followed = useRef<Followed | null>(null);

  useLayoutEffect(() => {
    if (list.current !== followed.current?.element) {
      followed.current?.release();
      followed.current = list.current && followList(list.current);
      before.current = new Map();
    }
    if (list.current) before.current = holdRows(list.current, before.current);
  });

  useEffect(() => () => followed.current?.release(), []);
}

/** Scrolls the list so that the row in use is where it was; gives where each row is now. */
function holdRows(element: HTMLElement, known: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rows = [...element.querySelectorAll<HTMLElement>('[data-row]')];
  const scroller = scrollerOf(element);
  const held = heldRow(element, rows, scroller, known);
  const was = held && known.get(idOf(held));
  const moved = held && was !== undefined ? Math.round(topIn(element, held) - was) : 0;
  if (moved !== 0) {
    const place = scroller.scrollTop + moved;
    makeRoom(element, scroller, place);
    scroller.scrollTop = place;
  }
  return new Map(rows.map((row) => [idOf(row), topIn(element, row)]));
}

/** Makes the list so much longer that its box can be scrolled to a place. */
function makeRoom(element: HTMLElement, scroller: HTMLElement, place: number): void {
  const missing = () => place - (scroller.scrollHeight - scroller.clientHeight);
  const add = (px: number) => {
    element.style.paddingBottom = `${Number.parseFloat(element.style.paddingBottom || '0') + px}px`;
  };
  if (missing() <= 0) return;
  add(missing());
  // Beside something longer, such as a form in the next column, the box has not grown yet.
  if (missing() > 0) add(missing() + scroller.scrollHeight - topIn(scroller, element) - element.offsetHeight);
  if (missing() < 0) add(missing());
}

function followList(element: HTMLElement): Followed {
  const scroller = scrollerOf(element);
  // Done here for every browser; done a second time by the browser itself, rows would jump. On the box that scrolls, so that
  // boxes around it do not take a row for their anchor; on the list, since the box may be one that others set too.
  element.style.overflowAnchor = 'none';
  scroller.style.overflowAnchor = 'none';
  const giveBack = () => {
    element.style.paddingBottom = '';
  };
  // Taken away earlier, the room would move what else stands in the same pane under the pointer.
  scroller.addEventListener('pointerleave', giveBack);
  return {
    element,
    release() {
      scroller.style.overflowAnchor = '';
      scroller.removeEventListener('pointerleave', giveBack);
    },
  };
}

function heldRow(element: HTMLElement, rows: readonly HTMLElement[], scroller: HTMLElement, known: ReadonlyMap<string, number>): HTMLElement | undefined {
  const inUse = rows.find((row) => row.matches(':hover')) ?? rows.find((row) => row.contains(document.activeElement));
  if (inUse) return inUse;
  if (element.matches(':hover')) return rows.find((row) => known.has(idOf(row)));
  // Somebody is at something else in the same pane: that is what has to stay.
  if (scroller !== element && (scroller.matches(':hover') || scroller.contains(document.activeElement))) return undefined;
  const hidden = scroller.scrollTop - (scroller === element ? 0 : topIn(scroller, element));
  return scroller.scrollTop > 0 ? rows.find((row) => (known.get(idOf(row)) ?? -1) >= hidden) : undefined;
}

// The nearest box that scrolls, the list itself or one around it.
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let box: HTMLElement | null = element; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (overflowY === 'auto' || overflowY === 'scroll') return box;
  }
  return element;
}

// Pixels from the top of what a box holds; what grows above the box does not count.
function topIn(box: HTMLElement, inner: HTMLElement): number {
  return inner.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
}

function idOf(row: HTMLElement): string {
  return row.dataset['row'] ?? '';
}
