'use client';

import Link from 'next/link';
import { byTrouble } from '@/components/infrastructure/list/pick-services';
import { formatLatency } from '@/components/infrastructure/share-words';
import { STATE_LOOK } from '@/components/infrastructure/state-look';
import { countStates, countWords } from '@/components/infrastructure/summary';
import { useInfrastructure } from '@/components/infrastructure/use-infrastructure';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Service } from '@/lib/protocol/infrastructure';
import { PaneStale } from './pane-stale';

/** So many have a place; the best of more are only counted. */
const MOST = 15;

/** What is watched in one slim line: every service with its latency, those in trouble first; how many of each where there is no room. */
export function InfraStrip({ className }: { readonly className?: string }) {
  const { data, error } = useInfrastructure();
  const services = byTrouble(data?.services ?? []);
  const shown = services.slice(0, services.length > MOST ? MOST - 1 : MOST);
  const summary = countWords(countStates(services).filter(({ state }) => state === 'up' || STATE_LOOK[state].isProblem));
  return (
    <section aria-label="Infrastructure" className={cn('flex min-h-9.5 items-start gap-x-2 rounded-md border bg-surface-raised px-2 py-1', className)}>
      <Link href="/infrastructure" prefetch={false} className="flex h-7 min-w-0 shrink-0 items-center rounded-sm px-1.5 text-sm font-medium hover:bg-text/8 max-sm:shrink pointer-coarse:h-9">
        <span className="truncate">
          Infrastructure<span className="sm:hidden">: {summary}</span>
        </span>
      </Link>
      <p className="flex h-7 items-center text-sm text-text-muted empty:hidden">{words(data?.services.length, error)}</p>
      {/* Columns of one width: how high it is depends on how many there are, not on how they are. */}
      <ul className="grid min-w-0 flex-1 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-2 max-sm:hidden">
        {shown.map((service) => (
          <StripItem key={service.id} service={service} />
        ))}
        {services.length > shown.length ? <li className="figures flex h-7 items-center px-1.5 text-sm text-text-muted">and {services.length - shown.length} more</li> : null}
      </ul>
      <span className="flex h-7 items-center max-sm:ml-auto">
        <PaneStale />
      </span>
    </section>
  );
}

/** States in which the latency says something. */
const TIMED: ReadonlySet<Service['state']> = new Set(['up', 'warn']);

function StripItem({ service: { name, state, latency_ms, message } }: { readonly service: Service }) {
  const { shape, tone, counted, isProblem } = STATE_LOOK[state];
  return (
    <li title={message ?? name} className="figures flex h-7 min-w-0 items-center gap-1.5 px-1.5 text-sm">
      <Shape name={shape} size={9} className={TONE_TEXT[tone]} />
      <span className={cn('min-w-0 truncate', isProblem && 'font-semibold')}>{name}</span>
      <span className={cn(state === 'up' && 'sr-only', isProblem ? `${TONE_TEXT[tone]} font-medium` : 'text-text-muted')}>{counted}</span>
      {latency_ms === null || !TIMED.has(state) ? null : <span className="ml-auto text-text-muted">{formatLatency(latency_ms)}</span>}
    </li>
  );
}

function words(count: number | undefined, error: Error | null): string {
  if (count === undefined) return error ? 'could not be loaded' : 'loading';
  return count === 0 ? 'nothing is watched' : '';
}
