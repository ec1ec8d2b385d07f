import { Skeleton } from '@/components/ui/skeleton';
import type { CardView } from '@/lib/protocol/card-value';

interface CardSkeletonProps {
  readonly view: CardView;
  /** For readers. */
  readonly label: string;
}

/** Holds the place of what a card will show. */
export function CardSkeleton({ view, label }: CardSkeletonProps) {
  return (
    <div role="status" aria-label={label} className="grid h-full content-start gap-3">
      <Skeleton className="h-8 w-24" />
      {view === 'figures' ? <Blocks /> : null}
      {view === 'lines' ? <Skeleton className="h-28" /> : null}
      {view === 'bars' || view === 'table' || view === 'checks' ? <Rows /> : null}
    </div>
  );
}

function Blocks() {
  return (
    <div className="grid grid-cols-3 gap-4 pt-2">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-9" />
      ))}
    </div>
  );
}

function Rows() {
  return Array.from({ length: 5 }, (_, index) => <Skeleton key={index} className="h-3" />);
}
