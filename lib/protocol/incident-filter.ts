import { z } from 'zod';
import { INCIDENT_STATUSES, incidentTypeSchema, OPEN_STATUSES, prioritySchema, type Incident, type IncidentStatus } from './incident';
import { fitsSearch, readSearch } from './incident-search';
import { linesOfText } from './text';

export const INCIDENT_SORTS = ['newest', 'oldest', 'priority'] as const;
export const INCIDENT_VIEWS = ['open', 'all', ...INCIDENT_STATUSES] as const;

/** Which incidents a list holds, and how they are sorted: the query of `GET /api/incidents` and of the page's address. */
export const incidentFilterSchema = z.object({
  view: z.enum(INCIDENT_VIEWS).default('open'),
  priority: prioritySchema.optional(),
  type: incidentTypeSchema.optional(),
  q: linesOfText(80).transform((text) => text.replaceAll('\n', ' ')).optional(),
  sort: z.enum(INCIDENT_SORTS).default('newest'),
});
export type IncidentFilter = z.output<typeof incidentFilterSchema>;

/** The statuses of a view. */
export function statusesOf(view: IncidentFilter['view']): readonly IncidentStatus[] {
  if (view === 'all') return INCIDENT_STATUSES;
  return view === 'open' ? OPEN_STATUSES : [view];
}

/** Whether an incident belongs into a list. `q` looks at number, title and place. */
export function fitsFilter(incident: Incident, filter: IncidentFilter): boolean {
  const { priority, type, q } = filter;
  if (!statusesOf(filter.view).includes(incident.status)) return false;
  if (priority && incident.priority !== priority) return false;
  if (type && incident.type !== type) return false;
  return !q || fitsSearch(incident, readSearch(q));
}

/** Orders two incidents as the list does. */
export function compareIncidents(sort: IncidentFilter['sort']): (a: Incident, b: Incident) => number {
  const byTime = (a: Incident, b: Incident) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1);
  switch (sort) {
    case 'newest':
      return (a, b) => -byTime(a, b);
    case 'oldest':
      return byTime;
    case 'priority':
      return (a, b) => (a.priority === b.priority ? -byTime(a, b) : a.priority < b.priority ? -1 : 1);
  }
}
