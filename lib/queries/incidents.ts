import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { incidentAnswerSchema, incidentChangedSchema, incidentListSchema, incidentMovedSchema, type IncidentList } from '@/lib/protocol/board-answers';
import type { CreateIncident, PatchIncident, TransitionIncident } from '@/lib/protocol/incident';
import type { IncidentFilter } from '@/lib/protocol/incident-filter';
import type { OpenTotals } from '@/lib/protocol/incident-totals';
import { request } from './http';
import { fetchSnapshot } from './snapshot';

/** Cache keys of incidents. `open` is what the board shows, kept by the snapshot and the stream. */
export const incidentKeys = {
  all: ['incidents'] as const,
  open: ['incidents', 'open'] as const,
  totals: ['incidents', 'totals'] as const,
  lists: ['incidents', 'list'] as const,
  list: (filter: IncidentFilter) => ['incidents', 'list', filter] as const,
  one: (incidentId: string) => ['incidents', 'one', incidentId] as const,
};

/** The open incidents that a page holds, newest first. Filled by the snapshot; asked for only when that was lost. */
export const openIncidentsQuery = queryOptions({
  queryKey: incidentKeys.open,
  queryFn: async ({ signal }): Promise<IncidentList> => {
    // Not a page of the list: what is worked on must be among them, however old.
    const { board, cursor } = await fetchSnapshot(signal);
    return { items: board.incidents, cursor };
  },
});

/** How many incidents are open. Told by the snapshot and kept by the stream; never asked for by itself. */
export const openTotalsQuery = queryOptions<OpenTotals>({ queryKey: incidentKeys.totals, queryFn: skipToken });

/** Incidents by a filter, page by page. */
export function incidentListQuery(filter: IncidentFilter) {
  const query = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return infiniteQueryOptions({
    queryKey: incidentKeys.list(filter),
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam ? `&before=${encodeURIComponent(pageParam)}` : '';
      return request(`/api/incidents?${query}${page}`, incidentListSchema, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** One incident. */
export function incidentQuery(incidentId: string) {
  return queryOptions({
    queryKey: incidentKeys.one(incidentId),
    queryFn: ({ signal }) => request(pathOf(incidentId), incidentAnswerSchema, { signal }),
  });
}

/** Creates an incident. Repeating the same `clientMsgId` creates one. */
export function createIncident(incident: CreateIncident) {
  return request('/api/incidents', incidentChangedSchema, { method: 'POST', body: incident });
}

/** Changes fields. A version that is not the newest is refused with 409 and the current incident. */
export function patchIncident(incidentId: string, patch: PatchIncident) {
  return request(pathOf(incidentId), incidentChangedSchema, { method: 'PATCH', body: patch });
}

/** Moves an incident on; see INCIDENT_TRANSITIONS. */
export function transitionIncident(incidentId: string, transition: TransitionIncident) {
  return request(`${pathOf(incidentId)}/transitions`, incidentMovedSchema, { method: 'POST', body: transition });
}

function pathOf(incidentId: string): string {
  return `/api/incidents/${encodeURIComponent(incidentId)}`;
}
