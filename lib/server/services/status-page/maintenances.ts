import 'server-only';
import { db } from '@/lib/server/db/client';
import { PAGE_ID, updateOf, type Component, type ScheduledMaintenance } from './shape';

const MOST_MAINTENANCES = 50;

/** Maintenance of public services, to come, on and past, the latest first. Of other services it is nobody's business, its title included. */
export async function readMaintenances(components: readonly Component[], shortlink: string, now: Date): Promise<ScheduledMaintenance[]> {
  const rows = await db().maintenanceWindow.findMany({ orderBy: [{ startsAt: 'desc' }, { id: 'asc' }], take: MOST_MAINTENANCES });
  return rows.flatMap((row) => {
    const concerned = components.filter(({ id }) => row.monitorIds.length === 0 || row.monitorIds.includes(id));
    return concerned.length === 0 ? [] : [maintenanceOf(row, concerned, shortlink, now)];
  });
}

interface Window {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly createdAt: Date;
}

function maintenanceOf({ id, title, startsAt, endsAt, createdAt }: Window, components: readonly Component[], shortlink: string, now: Date): ScheduledMaintenance {
  const begun = startsAt <= now;
  const over = endsAt <= now;
  const affected = (from: Component['status'], to: Component['status']) => components.map(({ id: code, name }) => ({ code, name, old_status: from, new_status: to }));
  // Some begin at once, before anybody could have been told.
  const told = createdAt < startsAt ? createdAt : startsAt;
  const updates = [
    updateOf(id, 1, told, 'scheduled' as const, `${title}: planned.`, affected('operational', 'operational')),
    ...(begun ? [updateOf(id, 2, startsAt, 'in_progress' as const, `${title}: in progress.`, affected('operational', 'under_maintenance'))] : []),
    ...(over ? [updateOf(id, 3, endsAt, 'completed' as const, `${title}: completed.`, affected('under_maintenance', 'operational'))] : []),
  ];
  const updatedAt = over ? endsAt : begun ? startsAt : told;
  return {
    id,
    name: title,
    status: over ? 'completed' : begun ? 'in_progress' : 'scheduled',
    created_at: told.toISOString(),
    updated_at: updatedAt.toISOString(),
    monitoring_at: null,
    resolved_at: over ? endsAt.toISOString() : null,
    impact: 'maintenance',
    shortlink,
    started_at: startsAt.toISOString(),
    page_id: PAGE_ID,
    incident_updates: updates.reverse(),
    components,
    scheduled_for: startsAt.toISOString(),
    scheduled_until: endsAt.toISOString(),
    reminder_intervals: null,
  };
}
