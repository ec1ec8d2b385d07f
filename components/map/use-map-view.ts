'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { fit, panned, zoomed, type LatLng, type Point, type Size, type View } from './projection';

const MARGIN = 48;
const WHEEL_ZOOM = 1.0015;
/** Where the map opens while it has nothing to show: southern Norway. */
const HOME: View = { center: { lat: 60.8, lng: 10.2 }, scale: 0.002 };

/** What the map shows: fitted to its places until somebody moves it, then as they left it. */
export function useMapView(places: readonly LatLng[]) {
  const [size, setSize] = useState<Size | null>(null);
  const [own, setOwn] = useState<View | null>(null);
  const [element, setElement] = useState<Element | null>(null);
  const pointers = useRef(new Map<number, Point>());
  const view = own ?? (size && fit(places, size, MARGIN)) ?? HOME;

  const zoom = (factor: number, at?: Point) => {
    if (size) setOwn(zoomed(view, size, factor, at ?? { x: size.width / 2, y: size.height / 2 }));
  };
  const pan = (by: Point) => setOwn((before) => panned(before ?? view, by));

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoom(WHEEL_ZOOM ** -event.deltaY, { x: event.offsetX, y: event.offsetY });
  });
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setSize({ width: entry.contentRect.width, height: entry.contentRect.height }));
    observer.observe(element);
    // By hand, because React listens passively and the page behind would scroll along.
    const listen = (event: Event) => event instanceof WheelEvent && onWheel(event);
    element.addEventListener('wheel', listen, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', listen);
    };
  }, [element]);

  const move = (id: number, to: Point, origin: Point) => {
    const from = pointers.current.get(id);
    if (!from) return;
    pointers.current.set(id, to);
    const other = [...pointers.current].find(([key]) => key !== id)?.[1];
    if (!other) return pan({ x: to.x - from.x, y: to.y - from.y });
    const spread = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    zoom(spread(to) / spread(from), { x: (to.x + other.x) / 2 - origin.x, y: (to.y + other.y) / 2 - origin.y });
  };

  return {
    ref: useCallback((node: Element | null) => setElement(node), []),
    /** Null until the drawing has been measured, or while it is not shown. */
    size: size && size.width > 0 && size.height > 0 ? size : null,
    view,
    /** Whether somebody moved it: it no longer follows its places. */
    locked: own !== null,
    fitAgain: () => setOwn(null),
    zoom,
    pan,
    down: (id: number, at: Point) => void pointers.current.set(id, at),
    move,
    up: (id: number) => void pointers.current.delete(id),
  };
}
