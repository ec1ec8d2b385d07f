'use client';

import { useQuery } from '@tanstack/react-query';
import { Lock, Minus, Plus } from 'lucide-react';
import Link from 'next/link';
import { useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Shape } from '@/components/ui/shape';
import { ownValue } from '@/lib/core/own-value';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { unitsQuery } from '@/lib/queries/units';
import { MapDrawing } from './map-drawing';
import { mapMarks, mapNote, type MapMark } from './map-marks';
import type { Point } from './projection';
import { useMapView } from './use-map-view';

const ZOOM_STEP = 1.5;
const PAN_STEP = 60;
const PAN_KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
};
const NONE = [] as const;

/** Where open incidents and units are, on plain ground. Follows them until somebody moves it. */
export function BoardMap() {
  const incidents = useQuery(openIncidentsQuery).data?.items ?? NONE;
  const units = useQuery(unitsQuery).data?.items ?? NONE;
  const marks = useMemo(() => mapMarks(incidents, units), [incidents, units]);
  const { ref, size, view, locked, fitAgain, zoom, pan, down, move, up } = useMapView(marks);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = ownValue(PAN_KEYS, event.key);
    if (by) pan(by);
    else if (event.key === '+') zoom(ZOOM_STEP);
    else if (event.key === '-') zoom(1 / ZOOM_STEP);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    down(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    move(event.pointerId, { x: event.clientX, y: event.clientY }, { x: left, y: top });
  };

  return (
    <Panel
      title="Map"
      note={mapNote(incidents, marks)}
      className="h-full min-h-72"
      bodyClassName="flex min-h-0 flex-col"
      actions={
        <>
          {locked ? (
            <Button size="sm" onClick={fitAgain}>
              <Lock aria-hidden size={14} />
              Locked · fit again
            </Button>
          ) : null}
          <Button size="iconSm" look="quiet" aria-label="Zoom out" onClick={() => zoom(1 / ZOOM_STEP)}>
            <Minus aria-hidden size={16} />
          </Button>
          <Button size="iconSm" look="quiet" aria-label="Zoom in" onClick={() => zoom(ZOOM_STEP)}>
            <Plus aria-hidden size={16} />
          </Button>
        </>
      }
    >
      <div className="relative min-h-56 flex-1">
        <div
          ref={ref}
          role="group"
          tabIndex={0}
          aria-label="Map without names of places. Arrow keys move it, plus and minus zoom; what it shows is listed below."
          className="absolute inset-0 cursor-grab touch-none overflow-hidden bg-surface -outline-offset-2 active:cursor-grabbing"
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={(event) => up(event.pointerId)}
          onPointerCancel={(event) => up(event.pointerId)}
        >
          {size ? <MapDrawing marks={marks} view={view} size={size} /> : null}
        </div>
      </div>
      <MarkList marks={marks} />
    </Panel>
  );
}

/** The map in words. */
function MarkList({ marks }: { readonly marks: readonly MapMark[] }) {
  if (marks.length === 0) return <EmptyState>No open incident and no unit has a place on the map.</EmptyState>;
  return (
    <ul aria-label="On the map" className="flex max-h-24 shrink-0 flex-wrap gap-x-3 gap-y-0.5 overflow-y-auto border-t px-3 py-1.5 text-xs">
      {marks.map(({ id, kind, href, words, whole, look }) => (
        <li key={`${kind}:${id}`} className="flex max-w-full min-w-0 items-center gap-1.5 py-0.5">
          {'shape' in look ? <Shape name={look.shape} size={8} className={look.color} /> : null}
          <Link href={href} prefetch={false} title={whole} className={cn('figures truncate rounded-sm underline-offset-2 hover:underline', kind === 'incident' && 'font-medium')}>
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}
