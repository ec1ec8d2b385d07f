'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { focusRow, rowId } from './focus-row';
import type { BoardLine } from './groups';
import { useHeldInPlace } from './use-held-in-place';

const HEADING_PX = 32;
const ROW_PX = 33;
/** Before the browser has measured itself: as much as a large screen shows, so that the first paint is full. */
const FIRST_RECT = { width: 1_280, height: 1_000 };
const OVERSCAN = 8;

interface ShownLine {
  readonly line: BoardLine;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
}

/** Which lines of the board are in sight, which unit is chosen, and how to get to one. */
export function useUnitLines(lines: readonly BoardLine[], pane: RefObject<HTMLElement | null>) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const selectedAt = lines.findIndex((line) => line.key === selectedId);

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by what the list gives
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => pane.current,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_PX : ROW_PX),
    initialRect: FIRST_RECT,
    overscan: OVERSCAN,
    // The chosen unit stays on the page wherever one scrolls: it may have the keyboard.
    rangeExtractor: useCallback((range: Range) => withSelected(defaultRangeExtractor(range), selectedAt), [selectedAt]),
  });
  const hover = useHeldInPlace(virtualizer, lines, pane, selectedId);

  useLayoutEffect(() => {
    const unitId = wanted.current;
    if (unitId === null || !document.getElementById(rowId(unitId))) return;
    wanted.current = null;
    focusRow(unitId);
  });

  /** Chooses a unit and brings it into sight; the keyboard stays where it is. */
  const select = (unitId: string, scroll = false) => {
    setSelectedId(unitId);
    const index = lines.findIndex((line) => line.key === unitId);
    wanted.current = null;
    if (scroll && index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  /** Chooses a unit, brings it into sight and gives it the keyboard. */
  const reach = (unitId: string) => {
    select(unitId, true);
    if (document.getElementById(rowId(unitId))) focusRow(unitId);
    else if (lines.some((line) => line.key === unitId)) wanted.current = unitId;
  };
  const toGroup = (groupId: string) => {
    const index = lines.findIndex((line) => line.key === `group:${groupId}`);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'start' });
  };

  const rows = virtualizer.getVirtualItems().flatMap(({ index, start }): ShownLine[] => {
    const line = lines[index];
    return line ? [{ line, index, top: start }] : [];
  });
  return { rows, totalPx: virtualizer.getTotalSize(), measure: virtualizer.measureElement, selectedId, select, reach, toGroup, hover };
}

function withSelected(indexes: number[], selectedAt: number): number[] {
  if (selectedAt < 0 || indexes.includes(selectedAt)) return indexes;
  return [...indexes, selectedAt].sort((a, b) => a - b);
}
