'use client';

import { formatLatency } from '@/components/infrastructure/share-words';
import { byTrouble } from '@/components/infrastructure/list/pick-services';
import { STATE_LOOK } from '@/components/infrastructure/state-look';
import { useInfrastructure } from '@/components/infrastructure/use-infrastructure';
import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Shape } from '@/components/ui/shape';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Service } from '@/lib/protocol/infrastructure';
import { Pane } from './pane';

/** The same as the strip, beside the other panes of a wide screen: a line for each service. */
export function InfraStripPane({ className }: { readonly className?: string }) {
  const { data, error, isFetching, refetch } = useInfrastructure();
  return (
    <Pane title="Infrastructure" count={data ? data.services.length : null} page={{ href: '/infrastructure', label: 'All services' }} className={className}>
      {!data && error ? <ErrorState title="The services could not be loaded." error={error} onRetry={refetch} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={7} label="Loading the services" /> : null}
      {data?.services.length === 0 ? <EmptyState>Nothing is watched.</EmptyState> : null}
      {/* Reached by key, though no line holds a link: the list scrolls where there are many. */}
      <ul tabIndex={0} aria-label="Services, those in trouble first" className="-outline-offset-2">
        {byTrouble(data?.services ?? []).map((service) => (
          <PaneLine key={service.id} service={service} />
        ))}
      </ul>
    </Pane>
  );
}

function PaneLine({ service: { name, state, since, latency_ms, message } }: { readonly service: Service }) {
  const { shape, tone, word, isProblem } = STATE_LOOK[state];
  return (
    <li title={message ?? undefined} className="grid h-7 grid-cols-[minmax(0,1fr)_auto_4.5rem] items-center gap-x-3 border-b px-3 text-sm last:border-b-0">
      <span className="flex min-w-0 items-center gap-1.5">
        <Shape name={shape} size={9} className={TONE_TEXT[tone]} />
        <span className={cn('truncate', isProblem && 'font-semibold')}>{name}</span>
      </span>
      <span className={cn('text-xs', isProblem ? `${TONE_TEXT[tone]} font-medium` : 'text-text-muted')}>
        {word.toLowerCase()} {since === null ? null : <Age since={since} />}
      </span>
      <span className="figures text-right text-text-muted">{formatLatency(latency_ms)}</span>
    </li>
  );
}
