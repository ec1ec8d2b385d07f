'use client';

import { memo, useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useHydrated } from '@/components/ui/use-now';
import { cn } from '@/components/ui/cn';
import { ownValue } from '@/lib/core/own-value';
import type { HistorySlice } from '@/lib/protocol/monitor';
import { dayPaths, HEIGHT, SLICE } from './day-paths';
import { SliceTip } from './slice-tip';
import { dayWords, sliceTime, sliceWords, type SliceState } from './slice-words';

const FILL: Readonly<Record<SliceState, string>> = {
  up: 'fill-ok/45',
  warn: 'fill-warning',
  down: 'fill-critical',
  maintenance: 'fill-info/80',
  unknown: 'fill-line-strong',
};

interface DayBarProps {
  /** Whose day it is. */
  readonly name: string;
  /** Oldest first. */
  readonly slices: readonly HistorySlice[];
  readonly sliceMs: number;
}

/**
 * The last 24 hours of a service in slices. One control of the page: the arrow keys go from slice to slice, and each
 * tells its time, state, uptime and latency, to readers as the value of a slider.
 */
export const DayBar = memo(function DayBar({ name, slices, sliceMs }: DayBarProps) {
  const summaryId = useId();
  // Times of the day are known in the browser alone.
  const alive = useHydrated();
  const [at, setAt] = useState(slices.length - 1);
  const [shown, setShown] = useState<'none' | 'keyboard' | 'pointer'>('none');
  const slice = slices[at];
  if (!slice) return <span className="block h-6" />;

  const go = (index: number) => {
    setAt(Math.min(slices.length - 1, Math.max(0, index)));
    setShown('keyboard');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = ownValue(steps(at, slices.length), event.key);
    if (event.key === 'Escape' && shown !== 'none') setShown('none');
    else if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    else go(to);
    event.preventDefault();
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setAt(Math.min(slices.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * slices.length))));
    setShown('pointer');
  };

  return (
    <div className="relative min-w-0">
      <p id={summaryId} className="sr-only">
        {alive ? dayWords(slices, sliceMs) : ''}
      </p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${name}, last 24 hours`}
        aria-describedby={summaryId}
        aria-readonly
        aria-valuemin={1}
        aria-valuemax={slices.length}
        aria-valuenow={at + 1}
        aria-valuetext={alive ? `${sliceTime(slice, sliceMs)}: ${sliceWords(slice)}` : ''}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && setShown('keyboard')}
        onBlur={() => setShown('none')}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setShown((now) => (now === 'pointer' ? 'none' : now))}
        className="rounded-sm"
      >
        <svg aria-hidden viewBox={`0 0 ${slices.length * SLICE} ${HEIGHT}`} preserveAspectRatio="none" className="block h-6 w-full">
          {shown === 'none' ? null : <rect x={at * SLICE - 0.75} width={SLICE} height={HEIGHT} className="fill-text/20" />}
          {[...dayPaths(slices)].map(([state, path]) => (
            <path key={state} d={path} className={cn(FILL[state])} />
          ))}
        </svg>
      </div>
      {shown === 'none' ? null : <SliceTip slice={slice} sliceMs={sliceMs} place={(at + 0.5) / slices.length} />}
    </div>
  );
});

function steps(at: number, count: number): Readonly<Record<string, number>> {
  return { ArrowLeft: at - 1, ArrowRight: at + 1, PageDown: at - 4, PageUp: at + 4, Home: 0, End: count - 1 };
}
