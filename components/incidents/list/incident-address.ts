import { z } from 'zod';
import { incidentFilterSchema, type IncidentFilter } from '@/lib/protocol/incident-filter';

const { view, priority, type, q, sort } = incidentFilterSchema.shape;

// Addresses are typed and linked by people: what does not fit falls back alone, the rest of it stands.
const addressSchema = z.object({
  view: view.catch('open'),
  priority: priority.catch(undefined),
  type: type.catch(undefined),
  q: q.catch(undefined),
  sort: sort.catch('newest'),
});

/** Reads which incidents to show from an address. A value that does not fit falls back to its default. */
export function readIncidentAddress(params: Pick<URLSearchParams, 'get'>): IncidentFilter {
  const given = Object.fromEntries(Object.keys(addressSchema.shape).map((name) => [name, params.get(name)?.trim() || undefined]));
  return addressSchema.parse(given);
}

/** The address of a list: the query, without what goes without saying. Empty for the list as it opens. */
export function incidentAddress(filter: IncidentFilter): string {
  const params = new URLSearchParams();
  if (filter.view !== 'open') params.set('view', filter.view);
  if (filter.priority) params.set('priority', filter.priority);
  if (filter.type) params.set('type', filter.type);
  if (filter.q) params.set('q', filter.q);
  if (filter.sort !== 'newest') params.set('sort', filter.sort);
  const query = params.toString();
  return query ? `?${query}` : '';
}

/** Whether somebody narrowed the list down. */
export function isNarrowed({ view: shown, priority: only, type: about, q: words }: IncidentFilter): boolean {
  return shown !== 'open' || Boolean(only) || Boolean(about) || Boolean(words);
}
