'use client';

import { ChevronRight } from 'lucide-react';
import { memo, useId } from 'react';
import { cn } from '@/components/ui/cn';
import type { Service } from '@/lib/protocol/infrastructure';
import type { InfraHistory } from '@/lib/protocol/monitor';
import { DayBar } from '../day/day-bar';
import { pendingWords } from '../pending-words';
import { formatLatency } from '../share-words';
import { StatePill } from '../state-pill';
import { LatencyLine } from './latency-line';
import { Outages } from './outages';
import { ServiceDetails } from './service-details';
import { ServiceNote } from './service-note';
import { UptimeFigures } from './uptime-figures';
import { useLatenciesOf } from './use-latencies-of';

const NO_SLICES: readonly never[] = [];

interface ServiceRowProps {
  readonly service: Service;
  readonly history: InfraHistory['items'][number] | undefined;
  readonly sliceMs: number;
  readonly open: boolean;
  readonly onToggle: (serviceId: string) => void;
}

/** One service: its state, what is said of it, its latency and its day. Always two lines high, so that nothing jumps when it has something to say. */
export const ServiceRow = memo(function ServiceRow({ service, history, sliceMs, open, onToggle }: ServiceRowProps) {
  const detailsId = useId();
  const latencies = useLatenciesOf(service.id, history);
  return (
    <li
      data-row={service.key}
      className={cn('border-b last:border-b-0 focus-within:bg-text/5', service.state === 'down' && 'shadow-[inset_3px_0_0_var(--critical)]', service.state === 'warn' && 'shadow-[inset_3px_0_0_var(--warning)]')}
    >
      <div className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-3 py-1.5 @min-[860px]:grid-cols-[10.5rem_minmax(8rem,1fr)_3.5rem_minmax(4rem,6rem)_minmax(10rem,1fr)_11.5rem] @min-[1400px]:grid-cols-[11rem_minmax(8rem,1fr)_4rem_8rem_minmax(10rem,1.3fr)_12rem]">
        <div className="grid justify-items-start @max-[860px]:col-start-2 @max-[860px]:row-start-1 @max-[860px]:justify-items-end">
          <StatePill service={service} />
          <span className="figures min-h-4 text-xs text-text-muted">{service.pending ? pendingWords(service.pending) : ''}</span>
        </div>
        <div className="min-w-0 @max-[860px]:col-start-1 @max-[860px]:row-start-1">
          <h2 className="min-w-0 text-sm leading-4.5 font-semibold">
            <button
              type="button"
              aria-expanded={open}
              aria-controls={open ? detailsId : undefined}
              onClick={() => onToggle(service.id)}
              className="-ml-1 flex max-w-full items-center gap-1 rounded-sm pr-1 text-left hover:bg-text/8"
            >
              <ChevronRight aria-hidden size={14} className={cn('text-text-muted transition-transform', open && 'rotate-90')} />
              <span className="truncate">{service.name}</span>
            </button>
          </h2>
          <ServiceNote service={service} />
        </div>
        <Latency service={service} className="@max-[860px]:col-start-2 @max-[860px]:row-start-2" />
        <LatencyLine latencies={latencies} intervalMs={service.interval_ms} className="h-5.5 w-full max-w-60 @max-[860px]:col-start-1 @max-[860px]:row-start-2" />
        <div className="min-w-0 @max-[860px]:col-span-2">
          <DayBar name={service.name} slices={history?.slices ?? NO_SLICES} sliceMs={sliceMs} />
        </div>
        <div className="@max-[860px]:col-span-2">
          <UptimeFigures service={service} />
        </div>
      </div>
      {open ? (
        <div id={detailsId}>
          <ServiceDetails service={service} />
          <Outages service={service} />
        </div>
      ) : null}
    </li>
  );
});

function Latency({ service: { state, latency_ms }, className }: { readonly service: Service; readonly className: string }) {
  const isCurrent = state !== 'unknown' && state !== 'paused';
  return (
    <span className={cn('figures text-right text-sm', !isCurrent && 'text-text-muted', className)}>
      <span className="sr-only">{isCurrent ? 'Latency ' : 'Last latency '}</span>
      {formatLatency(latency_ms)}
    </span>
  );
}
