'use client';

import { useAway } from './away';
import { cn } from './cn';

interface SkeletonProps {
  /** Size it like what will stand here. */
  readonly className?: string;
}

/** Holds the place of something that is being loaded. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden className={cn('block animate-skeleton rounded-sm bg-text/10', className)} />;
}

interface SkeletonRowsProps {
  readonly rows: number;
  /** What is being loaded, for readers: "Loading the receipts". */
  readonly label: string;
  /** Height of one row. */
  readonly rowClassName?: string;
}

/** Rows of a list or table that is being loaded, in its final size. Without the server it says that nothing comes now. */
export function SkeletonRows({ rows, label, rowClassName = 'h-7' }: SkeletonRowsProps) {
  const away = useAway();
  return (
    <div role="status" aria-label={away ? undefined : label} className="relative">
      {away ? <p className="absolute inset-x-0 top-0 z-10 bg-surface-raised px-3 py-2 text-sm text-text-muted">Not known in this tab. It is loaded when the connection is back.</p> : null}
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={cn('flex items-center gap-3 border-b px-3', rowClassName)}>
          <Skeleton className="size-3" />
          <Skeleton className="h-3 flex-1" />
          <Skeleton className="h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
