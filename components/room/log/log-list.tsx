'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import type { LogRow } from './log-view';

/** What others may ask of the list. */
export interface LogListHandle {
  toEnd(): void;
  toRow(index: number): void;
}

interface LogListProps {
  readonly rows: readonly LogRow[];
  readonly atEnd: boolean;
  /** Whether the newest row is in sight now. */
  readonly onAtEnd: (atEnd: boolean) => void;
  readonly handle: Ref<LogListHandle>;
  readonly children: (row: LogRow) => ReactNode;
}

/** Pixels from the end that still count as being there. */
const END_PX = 40;
const ROW_PX = 29;

/** The rows of a log, the newest at the bottom; only those in sight are in the page. What is read stays where it is while rows come before or after it. */
export function LogList({ rows, atEnd, onAtEnd, handle, children }: LogListProps) {
  const pane = useRef<HTMLDivElement>(null);
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised on what it gives back
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_PX,
    getItemKey: keyOf,
    overscan: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
  });

  const toEnd = useEffectEvent(() => virtualizer.scrollToEnd());
  useLayoutEffect(() => toEnd(), []);
  // Only a person leaves the end; rows that wrap anew and a box that grows do not.
  const onResize = useEffectEvent((element: HTMLElement) => {
    if (atEnd) virtualizer.scrollToEnd();
    else onAtEnd(isAtEnd(element));
  });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => onResize(element));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  useImperativeHandle(handle, () => ({
    toEnd: () => virtualizer.scrollToEnd(),
    toRow: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
  }));

  return (
    <div
      ref={pane}
      role="group"
      aria-label="Log"
      tabIndex={0}
      onScroll={(event) => onAtEnd(isAtEnd(event.currentTarget))}
      className="h-full overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none]"
    >
      <ol aria-label="Entries" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute top-0 left-0 w-full"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {children(row)}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= END_PX;
}
