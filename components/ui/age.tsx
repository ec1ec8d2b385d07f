'use client';

import { cn } from './cn';
import { formatDuration } from './format-time';
import { useServerNow } from './use-now';

interface AgeProps {
  /** When it happened, ISO 8601 by the server's clock. */
  readonly since: string;
  readonly className?: string;
}

/** How long ago something happened; ticks each second by the server's clock. */
export function Age({ since, className }: AgeProps) {
  const now = useServerNow();
  return (
    <time dateTime={since} title={since} className={cn('figures', className)}>
      {now === null ? <span className="invisible">0 s</span> : formatDuration(now - Date.parse(since))}
    </time>
  );
}
