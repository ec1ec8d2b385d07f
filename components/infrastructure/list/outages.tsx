'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Age } from '@/components/ui/age';
import { Button } from '@/components/ui/button';
import { formatDuration } from '@/components/ui/format-time';
import { Pill } from '@/components/ui/pill';
import { Skeleton } from '@/components/ui/skeleton';
import { Timestamp } from '@/components/ui/timestamp';
import type { Service } from '@/lib/protocol/infrastructure';
import type { Outage } from '@/lib/protocol/monitor';
import { outagesQuery } from '@/lib/queries/infrastructure';
import { STATE_LOOK } from '../state-look';

/** The last outages of a service, with their reasons. Its box has one height, whatever comes into it. */
export function Outages({ service }: { readonly service: Pick<Service, 'id' | 'name'> }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="border-t border-dashed px-3 py-2 text-sm">
      <h3 id={titleId} className="text-text-muted">
        Last outages
      </h3>
      <div tabIndex={0} role="group" aria-labelledby={titleId} className="mt-1 h-28 overflow-y-auto rounded-sm -outline-offset-2">
        <OutageRows service={service} />
      </div>
    </section>
  );
}

function OutageRows({ service: { id, name } }: { readonly service: Pick<Service, 'id' | 'name'> }) {
  const { data, error, isFetching, refetch } = useQuery(outagesQuery(id));
  if (!data && error) {
    return (
      <p role="status">
        The outages of {name} could not be loaded. {error.message}{' '}
        <Button size="sm" look="quiet" disabled={isFetching} onClick={() => void refetch()}>
          {isFetching ? 'Trying' : 'Try again'}
        </Button>
      </p>
    );
  }
  if (!data) {
    return (
      <div role="status" aria-label={`Loading the outages of ${name}`} className="grid gap-3 py-1">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-4" />
        ))}
      </div>
    );
  }
  if (data.items.length === 0) return <p>None since Watchroom began to watch {name}. The next one stands here with its reason and how long it lasted.</p>;
  return (
    <ul aria-label={`Last outages of ${name}`}>
      {data.items.map((outage) => (
        <OutageRow key={outage.from} outage={outage} />
      ))}
    </ul>
  );
}

function OutageRow({ outage: { from, until, severity, message } }: { readonly outage: Outage }) {
  const { word, shape, tone } = STATE_LOOK[severity];
  return (
    <li className="grid min-h-7 grid-cols-[6rem_auto_minmax(0,1fr)] items-center gap-x-3 @min-[860px]:grid-cols-[6rem_10rem_9rem_minmax(0,1fr)]">
      {/* What is over needs nobody any more. */}
      <Pill tone={until === null ? tone : 'calm'} shape={shape} className="justify-self-start">
        {word}
      </Pill>
      <Timestamp at={from} />
      <span className="figures">{until === null ? <>for <Age since={from} /> so far</> : `for ${formatDuration(Date.parse(until) - Date.parse(from))}`}</span>
      <span className="min-w-0 break-words @max-[860px]:col-span-3">{message ?? 'No reason was given.'}</span>
    </li>
  );
}
