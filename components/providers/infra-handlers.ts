import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import { applyTick, type InfraTick, type Infrastructure } from '@/lib/protocol/infrastructure';
import { infraKeys } from '@/lib/queries/infrastructure';
import { noteLatencies } from '@/stores/latencies';

/** Puts a newer state of what is watched over the cached one. */
export function putInfrastructure(queryClient: QueryClient, newer: Infrastructure): void {
  queryClient.setQueryData<Infrastructure>(infraKeys.now, (known) => (isNewer(newer, known) ? newer : known));
  noteLatencies(newer.services);
}

/** Puts the newest figures over the cached state. */
export function putTick(queryClient: QueryClient, tick: InfraTick): void {
  queryClient.setQueryData<Infrastructure>(infraKeys.now, (known) => known && applyTick(known, tick));
  noteLatencies(tick.services);
}

/** What events about infrastructure do to the cache. */
export function infraHandlers(queryClient: QueryClient) {
  return {
    infra: ({ data }) => putInfrastructure(queryClient, data),
    // The state itself comes with `infra`; this is the news of it.
    'server.status.changed': ({ data }) => void queryClient.invalidateQueries({ queryKey: infraKeys.outages(data.id) }),
  } satisfies Partial<EventHandlers>;
}

function isNewer(one: Infrastructure, other: Infrastructure | undefined): boolean {
  if (!other || other.checked_at === null) return true;
  return one.checked_at !== null && Date.parse(one.checked_at) >= Date.parse(other.checked_at);
}
