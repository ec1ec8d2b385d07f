import { z } from 'zod';
import type { WireEvent } from './events';
import { OPEN_STATUSES, prioritySchema, type Incident, type IncidentStatus, type Priority } from './incident';

/** A page holds so many open incidents, and all that are worked on: those are never left out. */
export const HELD_OPEN_INCIDENTS = 500;
/** Counting ends here: how many more there are is no news to anybody. */
export const COUNTED_INCIDENTS = 10_000;

const countSchema = z.object({ priority: prioritySchema, status: z.enum(OPEN_STATUSES), count: z.int() });

/**
 * How many incidents are open, held by a page or not. `counted`: events that are in the counts already although a page
 * may hear them later, for counts, unlike records, cannot tell a repetition.
 */
export const openTotalsSchema = z.object({ counts: z.array(countSchema), counted: z.array(z.string()) });
export type OpenTotals = z.infer<typeof openTotalsSchema>;

type OpenStatus = (typeof OPEN_STATUSES)[number];

/** How many are open of a priority and of some statuses; of all without them. */
export function countOpen({ counts }: OpenTotals, only: { readonly priority?: Priority | undefined; readonly statuses?: readonly IncidentStatus[] } = {}): number {
  return counts
    .filter(({ priority, status }) => (only.priority ?? priority) === priority && (only.statuses ?? OPEN_STATUSES).some((wanted) => wanted === status))
    .reduce((sum, { count }) => sum + count, 0);
}

/** The totals of a list that holds all there are, for a server that does not tell them. */
export function totalsOf(incidents: readonly Incident[]): OpenTotals {
  return incidents.reduce((totals, { priority, status }) => changed(totals, priority, status, 1), { counts: [], counted: [] } as OpenTotals);
}

/** The totals after an event. The same object when it changes none, or is counted already. */
export function countEvent(totals: OpenTotals, event: WireEvent): OpenTotals {
  if (totals.counted.includes(event.id)) return totals;
  switch (event.type) {
    case 'incident.created': {
      const { priority, status } = event.data.incident;
      return changed(totals, priority, status, 1);
    }
    case 'incident.status.changed': {
      const { incident, from, to } = event.data;
      return changed(changed(totals, incident.priority, from, -1), incident.priority, to, 1);
    }
    case 'incident.updated': {
      const { incident, priorityBefore } = event.data;
      if (!priorityBefore) return totals;
      return changed(changed(totals, priorityBefore, incident.status, -1), incident.priority, incident.status, 1);
    }
    default:
      return totals;
  }
}

function changed(totals: OpenTotals, priority: Priority, status: IncidentStatus, by: 1 | -1): OpenTotals {
  if (!isOpen(status)) return totals;
  const isThis = (count: OpenTotals['counts'][number]) => count.priority === priority && count.status === status;
  const before = totals.counts.find(isThis)?.count ?? 0;
  return { ...totals, counts: [...totals.counts.filter((count) => !isThis(count)), { priority, status, count: Math.max(0, before + by) }] };
}

function isOpen(status: IncidentStatus): status is OpenStatus {
  return OPEN_STATUSES.some((open) => open === status);
}
