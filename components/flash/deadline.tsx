'use client';

import { cn } from '@/components/ui/cn';
import { formatDuration } from '@/components/ui/format-time';
import { useServerNow } from '@/components/ui/use-now';

interface DeadlineProps {
  /** ISO 8601 by the server's clock. */
  readonly at: string;
  readonly className?: string;
}

/** How long there is left to acknowledge, or for how long it is overdue. */
export function Deadline({ at, className }: DeadlineProps) {
  const now = useServerNow();
  const left = now === null ? null : Date.parse(at) - now;
  // Its room is kept from the first paint on, and while the figures change.
  return (
    <span className={cn('figures inline-block min-w-34 text-right font-medium', className)}>
      {left === null ? null : left > 0 ? `due in ${formatDuration(left)}` : `overdue ${formatDuration(-left)}`}
    </span>
  );
}
