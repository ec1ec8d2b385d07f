import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { IncidentAnswer, IncidentList } from '@/lib/protocol/board-answers';
import { OPEN_STATUSES, type Incident } from '@/lib/protocol/incident';
import { compareIncidents, fitsFilter, incidentFilterSchema, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { incidentKeys } from '@/lib/queries/incidents';
import { newer, upsert } from './newest';

type Pages = InfiniteData<IncidentList, string>;

/** Brings an incident into every cached list it belongs to, in its place, and out of those it has left. */
export function putIncident(queryClient: QueryClient, incident: Incident): void {
  queryClient.setQueryData<IncidentList>(incidentKeys.open, (open) => open && { ...open, items: onlyOpen(upsert(open.items, incident)) });
  queryClient.setQueryData<IncidentAnswer>(incidentKeys.one(incident.id), (one) => one && { ...one, incident: newer(one.incident, incident) });
  for (const [key, pages] of queryClient.getQueriesData<Pages>({ queryKey: incidentKeys.lists })) {
    const filter = incidentFilterSchema.safeParse(key[2]);
    if (pages && filter.success) queryClient.setQueryData<Pages>(key, intoPages(pages, incident, filter.data));
  }
}

function onlyOpen(incidents: readonly Incident[]): Incident[] {
  return incidents.filter(({ status }) => OPEN_STATUSES.some((open) => open === status)).sort(compareIncidents('newest'));
}

function intoPages(pages: Pages, incident: Incident, filter: IncidentFilter): Pages {
  const known = pages.pages.flatMap((page) => page.items).find((item) => item.id === incident.id);
  const current = known ? newer(known, incident) : incident;
  const without = pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== incident.id) }));
  if (!fitsFilter(current, filter)) return { ...pages, pages: known ? withTotal(without, -1) : without };
  const compare = compareIncidents(filter.sort);
  const hasMore = Boolean(pages.pages.at(-1)?.nextCursor);
  const at = without.findIndex((page) => page.items.some((item) => compare(current, item) < 0));
  // Past the last loaded row it belongs to a page that is not loaded yet.
  if (at === -1 && hasMore) return { ...pages, pages: without };
  const home = at === -1 ? without.length - 1 : at;
  const within = without.map((page, index) => (index === home ? { ...page, items: [...page.items, current].sort(compare) } : page));
  // All that fit are known as far as the list is loaded: another one there is one more.
  return { ...pages, pages: known ? within : withTotal(within, 1) };
}

function withTotal(pages: Pages['pages'], by: 1 | -1): Pages['pages'] {
  return pages.map((page) => (page.total === undefined ? page : { ...page, total: page.total + by }));
}
