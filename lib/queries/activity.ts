import { queryOptions } from '@tanstack/react-query';
import { activityListSchema } from '@/lib/protocol/activity';
import { request } from './http';

/** What happened last, before this page was there. From then on the stream tells. */
export const activityQuery = queryOptions({
  queryKey: ['activity'],
  queryFn: ({ signal }) => request('/api/activity', activityListSchema, { signal }),
});
