import type { IncidentList } from '@/lib/protocol/board-answers';
import { statusesOf, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import { countOpen, type OpenTotals } from '@/lib/protocol/incident-totals';

/**
 * How many incidents a filter finds: by the totals where those can say it, as they are kept true for incidents that no
 * page holds; else as the first page told. Null where nobody told.
 */
export function listTotal(filter: IncidentFilter, pages: readonly IncidentList[], totals: OpenTotals): number | null {
  const statuses = statusesOf(filter.view);
  const onlyOpen = statuses.every((status) => OPEN_STATUSES.some((open) => open === status));
  if (onlyOpen && !filter.type && !filter.q) return countOpen(totals, { priority: filter.priority, statuses });
  return pages[0]?.total ?? null;
}
