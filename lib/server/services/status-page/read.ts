import 'server-only';
import type { ServiceState } from '@/lib/protocol/infrastructure';
import { db } from '@/lib/server/db/client';
import { readInfrastructure } from '../infrastructure/read';
import { isStatusPageOn } from '../monitors/status-page';
import { readMaintenances } from './maintenances';
import { readOutages } from './outages';
import { PAGE_ID, type Component, type ComponentStatus, type Status, type StatusPage } from './shape';

const COMPONENT_STATUS: Readonly<Record<ServiceState, ComponentStatus>> = {
  up: 'operational',
  warn: 'degraded_performance',
  down: 'major_outage',
  maintenance: 'under_maintenance',
  paused: 'operational',
  // Nobody knows; calling it well would be a lie.
  unknown: 'partial_outage',
};

/** The worst first. */
const STATUS_BY_STATE: readonly (readonly [ServiceState, Status])[] = [
  ['down', { indicator: 'major', description: 'Some Systems Are Down' }],
  ['warn', { indicator: 'minor', description: 'Some Systems Degraded' }],
  ['unknown', { indicator: 'minor', description: 'The State of Some Systems Is Unknown' }],
  ['maintenance', { indicator: 'maintenance', description: 'Service Under Maintenance' }],
  ['up', { indicator: 'none', description: 'All Systems Operational' }],
];

/** What strangers may know; null while it is switched off. Names services that are marked public, never targets, messages or the room's incidents. */
export async function readStatusPage(origin: string): Promise<StatusPage | null> {
  if (!(await isStatusPageOn())) return null;
  const now = new Date();
  const [payload, rows] = await Promise.all([
    readInfrastructure(),
    db().monitor.findMany({ where: { isPublic: true, pausedAt: null }, select: { id: true, createdAt: true, position: true } }),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const services = payload.services.flatMap((service) => {
    const row = known.get(service.id);
    return row ? [{ ...service, ...row }] : [];
  });
  const components = services.map(({ id, name, state, since, createdAt, position }): Component => ({
    id,
    name,
    status: COMPONENT_STATUS[state],
    created_at: createdAt.toISOString(),
    updated_at: since ?? payload.checked_at ?? createdAt.toISOString(),
    position,
    description: null,
    showcase: true,
    start_date: createdAt.toISOString().slice(0, 10),
    group_id: null,
    page_id: PAGE_ID,
    group: false,
    only_show_if_degraded: false,
  }));
  const [incidents, maintenances] = await Promise.all([readOutages(components, origin), readMaintenances(components, origin, now)]);
  return {
    page: { id: PAGE_ID, name: 'Watchroom', url: origin, time_zone: 'Etc/UTC', updated_at: payload.checked_at ?? now.toISOString() },
    status: statusOf(services.map(({ state }) => state)),
    components,
    incidents,
    maintenances,
  };
}

function statusOf(states: readonly ServiceState[]): Status {
  if (states.length > 0 && states.every((state) => state === 'down')) return { indicator: 'critical', description: 'All Systems Are Down' };
  const [, status] = STATUS_BY_STATE.find(([state]) => states.includes(state)) ?? [];
  return status ?? { indicator: 'minor', description: 'The State of the Systems Is Unknown' };
}
