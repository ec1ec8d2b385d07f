import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/server/db/client';
import { PAGE_ID, updateOf, type Component, type ComponentStatus, type Incident } from './shape';

const MOST_CHANGES = 1_000;
const MOST_INCIDENTS = 50;

const stateSchema = z.object({ state: z.enum(['unknown', 'up', 'warn', 'down']) });
type State = z.infer<typeof stateSchema>['state'];

const STATUS: Readonly<Record<State, ComponentStatus>> = { up: 'operational', warn: 'degraded_performance', down: 'major_outage', unknown: 'partial_outage' };

interface Change {
  readonly at: Date;
  readonly from: State;
  readonly to: State;
}

/** Times in which a public service did not work well, the newest first. Why stays inside: a reason can name hosts. */
export async function readOutages(components: readonly Component[], shortlink: string): Promise<Incident[]> {
  const rows = await db().auditEntry.findMany({
    where: { targetType: 'monitor', targetId: { in: components.map(({ id }) => id) }, action: 'monitor.state' },
    orderBy: { id: 'desc' },
    take: MOST_CHANGES,
    select: { targetId: true, at: true, before: true, after: true },
  });
  const changes = rows.reverse();
  return components
    .flatMap((component) => outagesOf(changes.filter(({ targetId }) => targetId === component.id).flatMap(changeOf)).map((outage) => incidentOf(component, outage, shortlink)))
    .sort((a, b) => (a.started_at < b.started_at ? 1 : -1))
    .slice(0, MOST_INCIDENTS);
}

function changeOf({ at, before, after }: { readonly at: Date; readonly before: unknown; readonly after: unknown }): Change[] {
  const to = stateSchema.safeParse(after).data?.state;
  return to === undefined ? [] : [{ at, from: stateSchema.safeParse(before).data?.state ?? 'unknown', to }];
}

/** Changes in a row, from the first that is not well to the one that is. */
function outagesOf(changes: readonly Change[]): Change[][] {
  const outages: Change[][] = [];
  let current: Change[] | undefined;
  for (const change of changes) {
    if (change.to === 'up') {
      current?.push(change);
      current = undefined;
    } else if (current) {
      current.push(change);
    } else {
      current = [change];
      outages.push(current);
    }
  }
  return outages;
}

function incidentOf(component: Component, changes: readonly Change[], shortlink: string): Incident {
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

function bodyOf(name: string, to: State): string {
  if (to === 'up') return `${name} works again.`;
  return to === 'down' ? `${name} is down. We are looking into it.` : `${name} does not work as well as it should. We are looking into it.`;
}
