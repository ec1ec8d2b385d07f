import { Skeleton } from '@/components/ui/skeleton';
import { CardRows } from './shell/card-rows';

/** Holds the places of cards while nothing is known of them. */
export function CardsSkeleton() {
  const places = Array.from({ length: 6 }, (_, index) => ({ key: String(index), wide: false, content: <Waiting /> }));
  return (
    <div role="status" aria-label="Loading the cards" className="p-2">
      <CardRows places={places} />
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid h-full content-start gap-3 rounded-md border bg-surface-raised p-3">
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-3 w-48" />
      <Skeleton className="mt-4 h-8 w-24" />
    </div>
  );
}
