import type { StatusPage } from './shape';

/** The documents of Statuspage's public API, by their path after `/api/v2/`. */
const DOCUMENTS: ReadonlyMap<string, (all: StatusPage) => object> = new Map<string, (all: StatusPage) => object>([
  ['summary.json', ({ page, components, incidents, maintenances, status }) => ({ page, components, incidents: incidents.filter(isUnresolved), scheduled_maintenances: maintenances.filter(({ status: at }) => at !== 'completed').reverse(), status })],
  ['status.json', ({ page, status }) => ({ page, status })],
  ['components.json', ({ page, components }) => ({ page, components })],
  ['incidents.json', ({ page, incidents }) => ({ page, incidents })],
  ['incidents/unresolved.json', ({ page, incidents }) => ({ page, incidents: incidents.filter(isUnresolved) })],
  ['scheduled-maintenances.json', ({ page, maintenances }) => ({ page, scheduled_maintenances: maintenances })],
  ['scheduled-maintenances/upcoming.json', ({ page, maintenances }) => ({ page, scheduled_maintenances: maintenances.filter(({ status }) => status === 'scheduled').reverse() })],
  ['scheduled-maintenances/active.json', ({ page, maintenances }) => ({ page, scheduled_maintenances: maintenances.filter(({ status }) => status === 'in_progress') })],
]);

/** One document of the public API; null for a path that has none. */
export function documentOf(path: string, all: StatusPage): object | null {
  return DOCUMENTS.get(path)?.(all) ?? null;
}

function isUnresolved({ status }: StatusPage['incidents'][number]): boolean {
  return status !== 'resolved';
}
