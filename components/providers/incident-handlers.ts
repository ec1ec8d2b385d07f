import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import { putIncident } from './incident-cache';

/** What events about incidents do to the cached lists. */
export function incidentHandlers(queryClient: QueryClient) {
  return {
    'incident.created': ({ data }) => putIncident(queryClient, data.incident),
    'incident.updated': ({ data }) => putIncident(queryClient, data.incident),
    'incident.status.changed': ({ data }) => putIncident(queryClient, data.incident),
  } satisfies Partial<EventHandlers>;
}
