'use client';

import { LEVEL_LOOK } from '@/components/flash/levels';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { FLASH_LEVELS } from '@/lib/protocol/flash';

/** How many messages are on, by level, and how many wait for this person. */
export function LiveCounts() {
  const on = useLiveEntries().filter((entry) => entry.state !== 'withdrawn' && entry.state !== 'outdated');
  const waiting = on.filter((entry) => entry.state === 'alerting').length;
  return (
    <div className="flex items-center gap-3 text-sm max-lg:hidden">
      <ul aria-label="Live messages by level" className="flex items-center gap-2.5">
        {FLASH_LEVELS.map((level) => {
          const count = on.filter((entry) => entry.flash.level === level).length;
          const { shape, word, text } = LEVEL_LOOK[level];
          return (
            <li key={level} title={`${count} ${word}`} className={cn('figures flex min-w-6 items-center gap-1', count > 0 ? 'font-semibold' : 'text-text-muted')}>
              <Shape name={shape} size={10} className={count > 0 ? text : ''} />
              {count}
              <span className="sr-only"> {word}</span>
            </li>
          );
        })}
      </ul>
      <span className={cn('figures', waiting > 0 ? 'font-medium text-text' : 'text-text-muted')}>{waiting} to acknowledge</span>
    </div>
  );
}
