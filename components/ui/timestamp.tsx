'use client';

import { cn } from './cn';
import { formatTimestamp } from './format-time';
import { useToday } from './use-now';

interface TimestampProps {
  /** ISO 8601. */
  readonly at: string;
  readonly className?: string;
}

/** A moment: the time of day, with the date unless it is today. The server does not know the reader's zone and leaves the place empty. */
export function Timestamp({ at, className }: TimestampProps) {
  const today = useToday();
  return (
    <time dateTime={at} title={at} className={cn('figures', className)}>
      {today === null ? <span className="invisible">00:00:00</span> : formatTimestamp(Date.parse(at), today)}
    </time>
  );
}
