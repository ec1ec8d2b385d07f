import type { Incident, IncidentStatus } from '@/lib/protocol/incident';
import { compareIncidents } from '@/lib/protocol/incident-filter';

const SHOWN_MAX = 30;
const WORKED_ON: readonly IncidentStatus[] = ['new', 'active', 'paused', 'stable'];
const compare = compareIncidents('priority');

/** The incidents that a unit can be sent to, by priority; those whose number, title and address hold every word. */
export function assignableIncidents(incidents: readonly Incident[], search: string): Incident[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return incidents
    .filter(({ status }) => WORKED_ON.includes(status))
    .filter(({ number, title, location }) => {
      const text = `${number}\n${title}\n${location?.address ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort(compare)
    .slice(0, SHOWN_MAX);
}
