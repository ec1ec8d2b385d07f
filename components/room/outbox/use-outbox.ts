'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { NO_ITEMS, type Outbox, type OutboxView } from './outbox';
import { sharedOutbox } from './shared-outbox';

const nothing = () => NO_ITEMS;
const never = () => () => {};

/** What a user wrote that is not confirmed yet, and the outbox itself; null on the server. */
export function useOutbox(userId: string): { readonly view: OutboxView; readonly outbox: Outbox | null } {
  const queryClient = useQueryClient();
  const outbox = useMemo(() => (typeof window === 'undefined' ? null : sharedOutbox(userId, queryClient)), [userId, queryClient]);
  const view = useSyncExternalStore(outbox?.subscribe ?? never, outbox?.view ?? nothing, nothing);
  return { view, outbox };
}
