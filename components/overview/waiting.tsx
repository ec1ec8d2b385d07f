'use client';

import { useQuery } from '@tanstack/react-query';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { useServerNow } from '@/components/ui/use-now';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { unitsQuery } from '@/lib/queries/units';
import { CountLink } from './count-link';
import { unitsWaiting } from './counts';

interface WaitingProps {
  readonly overdue: readonly Bonfire[];
}

/** The alarms that nobody has taken note of yet. */
export function Waiting({ overdue }: WaitingProps) {
  const now = useServerNow();
  const units = useQuery(unitsQuery).data;
  const late = now === null || !units ? [] : unitsWaiting(units.items, units.codes, now);
  const messages = useLiveEntries().filter((entry) => entry.state === 'alerting').length;
  return (
    <ul aria-label="Waiting for somebody" className="flex flex-wrap items-center max-sm:contents xl:ml-auto">
      <CountLink href="#live-messages" shape="triangle" text="text-warning" count={messages}>
        to acknowledge
      </CountLink>
      <CountLink href="/units" shape="triangle" text="text-warning" count={late.length}>
        {late.length === 1 ? 'unit over its time' : 'units over their time'}
      </CountLink>
      <CountLink href="/bonfires" shape="triangle" text="text-warning" count={overdue.length}>
        {overdue.length === 1 ? 'bonfire overdue' : 'bonfires overdue'}
      </CountLink>
    </ul>
  );
}
