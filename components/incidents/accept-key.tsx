'use client';

import { useLiveEntries } from '@/components/flash/use-live-entries';
import { useKey } from '@/components/ui/keys/use-key';
import type { Incident } from '@/lib/protocol/incident';
import type { Accepting } from './use-accept';

interface AcceptKeyProps {
  readonly focused: Incident | undefined;
  readonly accepting: Accepting;
}

/** The key that takes up the incident in focus. A part of its own, because messages change each second and a list should not. */
export function AcceptKey({ focused, accepting: { possible, accept, pendingId } }: AcceptKeyProps) {
  // A message that waits has the key to itself: it means the same on every page.
  const alarmOn = useLiveEntries().some((entry) => entry.state === 'alerting');
  const ready = focused !== undefined && possible(focused) && pendingId !== focused.id && !alarmOn;
  useKey('a', 'Accept the incident in focus', () => focused && accept(focused), ready);
  return null;
}
