'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { CardValueOf } from '@/lib/protocol/card-value';

interface LineChartProps {
  readonly value: CardValueOf<'lines'>;
  readonly onPoint: (index: number | null) => void;
}

/** Lines on a canvas, drawn when the page is alive; the place is theirs from the start. Hidden from readers: the figure tells it in words. */
export function LineChart({ value, onPoint }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const tell = useEffectEvent(onPoint);
  useEffect(() => {
    let isGone = false;
    let erase = () => {};
    void import('./draw-lines').then(({ drawLines }) => {
      if (!isGone && box.current) erase = drawLines(box.current, value, (index) => tell(index));
    });
    return () => {
      isGone = true;
      erase();
    };
  }, [value]);
  // The drawing is laid over its place, so that its own size never holds the place open.
  return (
    <div aria-hidden className="relative h-full min-h-0">
      <div ref={box} className="absolute inset-0 overflow-hidden" />
    </div>
  );
}
