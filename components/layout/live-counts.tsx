'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { FLASH_LEVELS } from '@/lib/protocol/flash';
import { PRIORITIES } from '@/lib/protocol/incident';
import { useWaiting } from './use-waiting';

const count = 'figures flex h-8 items-center gap-1.5 rounded-md px-1 hover:bg-text/8';

/** What is on, on every page: open incidents by priority, the new ones, messages by level, services that are down. Each has its room. */
export function LiveCounts() {
  const { byPriority, fresh, freshP1, down } = useWaiting();
  return (
    <div className="flex items-center gap-1 text-sm max-lg:hidden">
      <ul aria-label="Open by priority" className="flex items-center">
        {PRIORITIES.map((priority) => (
          <li key={priority} className={cn(priority !== 'P1' && priority !== 'P2' && 'max-xl:hidden')}>
            <Link href={`/incidents?priority=${priority}`} prefetch={false} className={cn(count, byPriority[priority] === 0 && 'invisible')}>
              <PriorityMark priority={priority} />
              <span className={cn('min-w-[3ch]', byPriority[priority] > 0 && 'font-semibold')}>{byPriority[priority]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link
        href="/incidents?view=new"
        prefetch={false}
        className={cn(count, 'min-w-[9ch] justify-center', fresh === 0 ? 'text-text-muted' : 'font-semibold', freshP1 > 0 && 'text-critical')}
      >
        {fresh} new
      </Link>
      <Messages />
      {down > 0 ? (
        <Link href="/infrastructure" prefetch={false} className={cn(count, 'font-semibold text-critical')}>
          <Shape name="square" size={10} />
          {down} down
        </Link>
      ) : null}
    </div>
  );
}

/** How many messages are on, by level, and how many wait for this person. */
function Messages() {
  const on = useLiveEntries().filter((entry) => entry.state !== 'withdrawn' && entry.state !== 'outdated');
  const waiting = on.filter((entry) => entry.state === 'alerting').length;
  return (
    <span className="flex items-center gap-1 border-l pl-2 max-xl:hidden">
      <ul aria-label="Live messages by level" className="flex items-center gap-1">
        {FLASH_LEVELS.map((level) => {
          const number = on.filter((entry) => entry.flash.level === level).length;
          const { shape, word, text } = LEVEL_LOOK[level];
          return (
            <Figure key={level} words={`${number} ${word}`} shown={number > 0}>
              <Shape name={shape} size={10} className={text} />
              <span className="min-w-[2ch]">{number}</span>
              <span className="sr-only"> {word}</span>
            </Figure>
          );
        })}
      </ul>
      <span className={cn('figures max-2xl:hidden', waiting > 0 ? 'font-medium text-text' : 'text-text-muted')}>{waiting} to acknowledge</span>
    </span>
  );
}

interface FigureProps {
  readonly words: string;
  /** Zeros are not shown, but keep their room. */
  readonly shown: boolean;
  readonly children: ReactNode;
}

function Figure({ words, shown, children }: FigureProps) {
  return (
    <li title={words} className={cn('figures relative flex items-center gap-1 font-semibold', !shown && 'invisible')}>
      {children}
    </li>
  );
}
