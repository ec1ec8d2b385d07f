import { describe, expect, it } from 'vitest';
import { incidentSchema, type Incident } from '@/lib/protocol/incident';
import { assignableIncidents } from './assignable-incidents';

const anIncident = (number: string, patch: Partial<Incident>): Incident =>
  incidentSchema.parse({
    id: number,
    number,
    version: 1,
    title: 'Smoke',
    type: 'fire',
    priority: 'P3',
    status: 'active',
    disposition: null,
    location: { address: 'Storgata 3', lat: null, lng: null },
    reporter: null,
    source: 'call',
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
  });

const incidents = [
  anIncident('2026-0001', {}),
  anIncident('2026-0002', { priority: 'P1', title: 'Car in ditch', status: 'new' }),
  anIncident('2026-0003', { status: 'completed', priority: 'P1' }),
];
const numbers = (search: string) => assignableIncidents(incidents, search).map(({ number }) => number);

describe('the incidents a unit can be sent to', () => {
  it('are those still worked on, the most urgent first', () => {
    expect(numbers('')).toEqual(['2026-0002', '2026-0001']);
  });

  it('hold every word in number, title or address', () => {
    expect(numbers('ditch storgata')).toEqual(['2026-0002']);
    expect(numbers('0001')).toEqual(['2026-0001']);
    expect(numbers('ditch smoke')).toEqual([]);
  });
});
