'use client';

import { useQuery } from '@tanstack/react-query';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { useServerNow } from '@/components/ui/use-now';
import { unitsQuery } from '@/lib/queries/units';
import { unitsWaiting } from './counts';

/** How many alarms nobody has taken note of yet: messages to acknowledge, units over their time. */
export function useWaitingCounts(): { readonly messages: number; readonly late: number } {
  const now = useServerNow();
  const units = useQuery(unitsQuery).data;
  const messages = useLiveEntries().filter((entry) => entry.state === 'alerting').length;
  return { messages, late: now === null || !units ? 0 : unitsWaiting(units.items, units.codes, now).length };
}
