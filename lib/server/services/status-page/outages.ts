import 'server-only';
import { groupOutages, readStateChanges, type StateChange } from '@/lib/server/monitoring/outages';
import { PAGE_ID, updateOf, type Component, type ComponentStatus, type Incident } from './shape';

const MOST_CHANGES = 1_000;
const MOST_INCIDENTS = 50;

const STATUS: Readonly<Record<StateChange['to'], ComponentStatus>> = { up: 'operational', warn: 'degraded_performance', down: 'major_outage', unknown: 'partial_outage' };

/** Times in which a public service did not work well, the newest first. Why stays inside: a reason can name hosts. */
export async function readOutages(components: readonly Component[], shortlink: string): Promise<Incident[]> {
  const changes = await readStateChanges(components.map(({ id }) => id), MOST_CHANGES);
  return components
    .flatMap((component) => groupOutages(changes.filter(({ monitorId }) => monitorId === component.id)).map((outage) => incidentOf(component, outage, shortlink)))
    .sort((a, b) => (a.started_at < b.started_at ? 1 : -1))
    .slice(0, MOST_INCIDENTS);
}

function incidentOf(component: Component, changes: readonly StateChange[], shortlink: string): Incident {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) throw new Error('An outage has at least its beginning.');
  const id = `${component.id}-${first.at.getTime().toString(36)}`;
  const resolved = last.to === 'up';
  const wasDown = changes.some(({ to }) => to === 'down');
  const updates = changes.map(({ at, from, to }, index) =>
    updateOf(id, index + 1, at, to === 'up' ? ('resolved' as const) : ('investigating' as const), bodyOf(component.name, to), [{ code: component.id, name: component.name, old_status: STATUS[from], new_status: STATUS[to] }]),
  );
  return {
    id,
    name: `${component.name} ${wasDown ? 'is down' : 'is degraded'}`,
    status: resolved ? 'resolved' : 'investigating',
    created_at: first.at.toISOString(),
    updated_at: last.at.toISOString(),
    monitoring_at: null,
    resolved_at: resolved ? last.at.toISOString() : null,
    impact: wasDown ? 'major' : 'minor',
    shortlink,
    started_at: first.at.toISOString(),
    page_id: PAGE_ID,
    incident_updates: updates.reverse(),
    components: [component],
    reminder_intervals: null,
  };
}

function bodyOf(name: string, to: StateChange['to']): string {
  if (to === 'up') return `${name} works again.`;
  return to === 'down' ? `${name} is down. We are looking into it.` : `${name} does not work as well as it should. We are looking into it.`;
}
