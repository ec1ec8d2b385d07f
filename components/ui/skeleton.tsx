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

/** Rows of a list or table that is being loaded, in its final size. */
export function SkeletonRows({ rows, label, rowClassName = 'h-7' }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
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
