import type { Incident } from '@/lib/protocol/incident';

/** An incident for tests: new, P3, at 12:00 UTC. */
export function anIncident(id: string, patch: Partial<Incident> = {}): Incident {
  return {
    id,
    number: `2026-${id.padStart(4, '0')}`,
    version: 1,
    title: `Incident ${id}`,
    type: 'other',
    priority: 'P3',
    status: 'new',
    disposition: null,
    location: null,
    reporter: null,
    source: 'dispatcher',
    externalId: null,
    owner: null,
    createdAt: '2026-11-21T12:00:00.000Z',
    updatedAt: '2026-11-21T12:00:00.000Z',
    statusSince: '2026-11-21T12:00:00.000Z',
    statusReason: null,
    reviewAt: null,
    activeAt: null,
    stableAt: null,
    completedAt: null,
    closedAt: null,
    mergedIntoId: null,
    ...patch,
  };
}
