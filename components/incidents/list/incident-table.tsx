'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { Fragment, useRef, type ReactNode, type UIEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { Table, Th } from '@/components/ui/table';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { Incident } from '@/lib/protocol/incident';
import type { Unit } from '@/lib/protocol/unit';
import { AcceptKey } from '../accept-key';
import type { Accepting } from '../use-accept';
import { useAssigned } from '../use-assigned';
import { COLUMNS } from './columns';
import { IncidentRow } from './incident-row';
import { useListKeys } from './use-list-keys';

/** From this many rows on only those in sight are drawn. */
const VIRTUAL_FROM = 100;
const ROW_HEIGHT = 28;
const OVERSCAN = 12;
/** How far before the end the next page is asked for, in pixels. */
const AHEAD = 600;
const NO_UNITS: readonly Unit[] = [];

interface IncidentTableProps {
  readonly incidents: readonly Incident[];
  readonly accepting: Accepting;
  /** The rows belong to an earlier question; the answer to the present one is on its way. */
  readonly outdated: boolean;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Stands under the last row. */
  readonly foot: ReactNode;
}

/** The rows, inside a frame of their own that scrolls. */
export function IncidentTable({ incidents, accepting, outdated, hasMore, onMore, foot }: IncidentTableProps) {
  const list = useRef<HTMLDivElement>(null);
  const assigned = useAssigned();
  const { focused, onFocus, onBlur } = useListKeys(list, incidents);
  useSteadyRows(list);

  const virtual = incidents.length > VIRTUAL_FROM;
  const focusedIndex = focused ? incidents.indexOf(focused) : -1;
  // It follows the list from the first row on, though it draws only long ones: where it began later, it would begin at the top.
  // eslint-disable-next-line react-hooks/incompatible-library -- its rows are read here and handed on as plain values.
  const virtualizer = useVirtualizer({
    count: incidents.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => incidents[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The row with the keyboard stays drawn, or scrolling away would lose its focus.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return focusedIndex < 0 || drawn.includes(focusedIndex) ? drawn : [...drawn, focusedIndex].sort((a, b) => a - b);
    },
  });

  const items = virtualizer.getVirtualItems();
  const drawn = virtual ? items.map(({ index }) => index) : incidents.map((_, index) => index);
  const gapBefore = (position: number) => {
    const item = items[position];
    const previous = items[position - 1];
    return virtual && item ? item.start - (previous?.end ?? 0) : 0;
  };
  const onScroll = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent) => {
    if (hasMore && scrollHeight - scrollTop - clientHeight < AHEAD) onMore();
  };
  const gapAfter = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  return (
    <div
      ref={list}
      onFocus={onFocus}
      onBlur={onBlur}
      onScroll={onScroll}
      className={cn('@container min-h-40 flex-1 scroll-pt-8 overflow-x-hidden overflow-y-auto', outdated && 'opacity-60')}
    >
      <AcceptKey focused={focused} accepting={accepting} />
      <Table className="table-fixed" aria-rowcount={hasMore ? -1 : incidents.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ id, label, width, both }) => (
              <Th key={id} className={cn(width, both)}>
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((index, position) => {
            const incident = incidents[index];
            if (!incident) return null;
            return (
              <Fragment key={incident.id}>
                <Gap height={gapBefore(position)} />
                <IncidentRow
                  ref={virtualizer.measureElement}
                  index={index}
                  incident={incident}
                  units={assigned.get(incident.id) ?? NO_UNITS}
                  onAccept={accepting.possible(incident) ? accepting.accept : null}
                  accepting={accepting.pendingId === incident.id}
                />
              </Fragment>
            );
          })}
          <Gap height={gapAfter} />
        </tbody>
      </Table>
      {foot}
    </div>
  );
}

interface GapProps {
  /** Pixels. */
  readonly height: number;
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: GapProps) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={COLUMNS.length} />
    </tr>
  );
}
