import 'server-only';
import type { Infrastructure, ServiceState } from '@/lib/protocol/infrastructure';
import { db } from '@/lib/server/db/client';
import { isStatusPageOn } from '../monitors/status-page';
import { readInfrastructure } from './read';

/** Words of Statuspage's `summary.json` (API v2), which many programs read. */
const COMPONENT_STATUS: Record<ServiceState, string> = {
  up: 'operational',
  warn: 'degraded_performance',
  down: 'major_outage',
  maintenance: 'under_maintenance',
  paused: 'operational',
  // Nobody knows; calling it well would be a lie.
  unknown: 'partial_outage',
};

const INDICATOR: Record<Infrastructure['status'], readonly [indicator: string, description: string]> = {
  up: ['none', 'All Systems Operational'],
  warn: ['minor', 'Some Systems Degraded'],
  unknown: ['minor', 'The State of Some Systems Is Unknown'],
  maintenance: ['maintenance', 'Service Under Maintenance'],
  down: ['major', 'Some Systems Are Down'],
};

/** The public summary in Statuspage's shape; null while it is switched off. Names services that are marked public, never targets or messages. */
export async function readStatusSummary(origin: string): Promise<object | null> {
  if (!(await isStatusPageOn())) return null;
  const [payload, rows, windows] = await Promise.all([
    readInfrastructure(),
    db().monitor.findMany({ where: { isPublic: true, pausedAt: null }, select: { id: true, createdAt: true, position: true } }),
    db().maintenanceWindow.findMany({ where: { endsAt: { gt: new Date() } }, orderBy: { startsAt: 'asc' }, take: 50 }),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const services = payload.services.filter(({ id }) => known.has(id));
  const components = services.map(({ id, name, state, since }) => ({
    id,
    name,
    status: COMPONENT_STATUS[state],
    created_at: known.get(id)?.createdAt.toISOString() ?? null,
    updated_at: since ?? payload.checked_at,
    position: known.get(id)?.position ?? 0,
    description: null,
    showcase: true,
    start_date: null,
    group_id: null,
    page_id: 'watchroom',
    group: false,
    only_show_if_degraded: false,
  }));
  // A maintenance of services that are not public is nobody's business, its title included.
  const maintenances = windows
    .map((row) => ({ row, concerned: components.filter(({ id }) => row.monitorIds.length === 0 || row.monitorIds.includes(id)) }))
    .filter(({ concerned }) => concerned.length > 0);
  const [indicator, description] = INDICATOR[worst(services.map(({ state }) => state))];
  return {
    page: { id: 'watchroom', name: 'Watchroom', url: origin, time_zone: 'Etc/UTC', updated_at: payload.checked_at },
    components,
    incidents: [],
    scheduled_maintenances: maintenances.map(({ row, concerned }) => ({
      id: row.id,
      name: row.title,
      status: row.startsAt <= new Date() ? 'in_progress' : 'scheduled',
      created_at: row.createdAt.toISOString(),
      updated_at: row.createdAt.toISOString(),
      scheduled_for: row.startsAt.toISOString(),
      scheduled_until: row.endsAt.toISOString(),
      impact: 'maintenance',
      incident_updates: [],
      components: concerned,
      page_id: 'watchroom',
    })),
    status: { indicator, description },
  };
}

function worst(states: readonly ServiceState[]): Infrastructure['status'] {
  for (const state of ['down', 'warn', 'unknown', 'up', 'maintenance'] as const) if (states.includes(state)) return state;
  return 'unknown';
}
