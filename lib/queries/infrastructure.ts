import { queryOptions } from '@tanstack/react-query';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';
import { infraHistorySchema, outageListSchema } from '@/lib/protocol/monitor';
import { request } from './http';

/** Cache keys of what is watched. `now` is kept by the snapshot, the stream and its ticks. */
export const infraKeys = { now: ['infrastructure'] as const, history: ['infrastructure', 'history'] as const, outages: (serviceId: string) => ['infrastructure', 'outages', serviceId] as const };

const CURRENT_MS = 2_000;
const HISTORY_EVERY_MS = 60_000;

/** Every service as it is now. Ticks keep it fresh; a page that was hidden asks once when it is looked at again. */
export const infrastructureQuery = queryOptions({
  queryKey: infraKeys.now,
  queryFn: ({ signal }) => request('/api/infrastructure', infrastructureSchema, { signal }),
  staleTime: CURRENT_MS,
  refetchOnWindowFocus: true,
});

/** The last 24 hours of every service in slices, and its last latencies; asked for once a minute. */
export const infraHistoryQuery = queryOptions({
  queryKey: infraKeys.history,
  queryFn: ({ signal }) => request('/api/infrastructure/history', infraHistorySchema, { signal }),
  staleTime: HISTORY_EVERY_MS,
  refetchInterval: HISTORY_EVERY_MS,
});

/** The last outages of a service. News of its state ask for them anew; what happened while nobody could be told comes within a minute. */
export const outagesQuery = (serviceId: string) =>
  queryOptions({
    queryKey: infraKeys.outages(serviceId),
    queryFn: ({ signal }) => request(`/api/infrastructure/${encodeURIComponent(serviceId)}/outages`, outageListSchema, { signal }),
    staleTime: 0,
    refetchInterval: HISTORY_EVERY_MS,
  });
