'use client';

import { cn } from './cn';
import { formatTime } from './format-time';
import { useServerNow } from './use-now';

interface ClockProps {
  readonly className?: string;
}

/** The time of day by the server's clock, with seconds. */
export function Clock({ className }: ClockProps) {
  const now = useServerNow();
  return (
    <time aria-label="Time by the server's clock" className={cn('figures', className)}>
      {now === null ? <span className="invisible">00:00:00</span> : formatTime(now)}
    </time>
  );
}
