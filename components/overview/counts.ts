import { OPEN_STATUSES, PRIORITIES, type Incident, type IncidentStatus, type Priority } from '@/lib/protocol/incident';
import { countOpen, type OpenTotals } from '@/lib/protocol/incident-totals';
import type { Bonfire } from '@/lib/protocol/bonfire';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm } from '@/lib/protocol/unit-alarm';

const IN_WORK = OPEN_STATUSES.filter((status) => status !== 'completed');

/** How many open incidents there are of each priority. What is completed waits only to be closed and is not counted. */
export function countByPriority(totals: OpenTotals): Readonly<Record<Priority, number>> {
  return Object.fromEntries(PRIORITIES.map((priority) => [priority, countOpen(totals, { priority, statuses: IN_WORK })])) as Record<Priority, number>;
}

/** How many open incidents there are in each status. */
export function countByStatus(totals: OpenTotals): Readonly<Record<(typeof OPEN_STATUSES)[number], number>> {
  return Object.fromEntries(OPEN_STATUSES.map((status) => [status, countOpen(totals, { statuses: [status] })])) as Record<(typeof OPEN_STATUSES)[number], number>;
}

/** The units that somebody should still take note of, the longest in its status first. `now`: the server's clock in milliseconds. */
export function unitsWaiting(units: readonly Unit[], codes: readonly StatusCode[], now: number): Unit[] {
  const byCode = new Map(codes.map((code) => [code.code, code]));
  return units.filter((unit) => unitAlarm(unit, byCode.get(unit.code), now).open).sort((a, b) => (a.statusSince < b.statusSince ? -1 : 1));
}

/** Notices of fires that burn, and those of them that should have been reported out. */
export function burning(bonfires: readonly Bonfire[]): { readonly active: readonly Bonfire[]; readonly overdue: readonly Bonfire[] } {
  return {
    active: bonfires.filter(({ status }) => status === 'active'),
    overdue: bonfires.filter(({ status }) => status === 'overdue'),
  };
}

const RANK: Readonly<Partial<Record<IncidentStatus, number>>> = { new: 0, completed: 2 };
const CALMER: Readonly<Partial<Record<IncidentStatus, number>>> = { paused: 1, stable: 2 };

/** Orders open incidents by what needs a person: new ones, then by priority and within it the active, paused, stable; the completed last; newest first among equals. */
export function compareOpen(a: Incident, b: Incident): number {
  const rank = ({ status }: Incident) => RANK[status] ?? 1;
  const calm = ({ status }: Incident) => CALMER[status] ?? 0;
  return rank(a) - rank(b) || a.priority.localeCompare(b.priority) || calm(a) - calm(b) || b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id);
}
