import { lowerText } from '@/lib/core/fold-text';
import type { Incident, IncidentStatus } from '@/lib/protocol/incident';
import { compareIncidents } from '@/lib/protocol/incident-filter';
import { searchText } from '@/lib/protocol/incident-search';

const SHOWN_MAX = 30;
const WORKED_ON: readonly IncidentStatus[] = ['new', 'active', 'paused', 'stable'];
const compare = compareIncidents('priority');

/** The incidents that a unit can be sent to, by priority; those whose number, title and place hold every word. */
export function assignableIncidents(incidents: readonly Incident[], search: string): Incident[] {
  const words = lowerText(search).split(/\s+/).filter(Boolean);
  return incidents
    .filter(({ status }) => WORKED_ON.includes(status))
    .filter((incident) => {
      const text = `${incident.number}\n${searchText(incident)}`;
      return words.every((word) => text.includes(word));
    })
    .sort(compare)
    .slice(0, SHOWN_MAX);
}
