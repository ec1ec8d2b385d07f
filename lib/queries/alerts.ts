import { queryOptions } from '@tanstack/react-query';
import { alertSeveritiesAnswerSchema, type AlertSeverities } from '@/lib/protocol/alert-severities';
import { request } from './http';

/** Which words of a sender mean which priority. */
export const severitiesQuery = queryOptions({
  queryKey: ['alert-severities'] as const,
  queryFn: ({ signal }) => request('/api/alerts/severities', alertSeveritiesAnswerSchema, { signal }),
});

export function putSeverities(severities: AlertSeverities) {
  return request('/api/alerts/severities', alertSeveritiesAnswerSchema, { method: 'PUT', body: severities });
}
