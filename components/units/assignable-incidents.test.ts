import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import type { Incident } from '@/lib/protocol/incident';
import { assignableIncidents } from './assignable-incidents';

const aFire = (number: string, patch: Partial<Incident> = {}) =>
  anIncident(number, { number, title: 'Smoke', type: 'fire', status: 'active', location: { address: 'Storgata 3', lat: null, lng: null }, ...patch });

const incidents = [
  aFire('2026-0001'),
  aFire('2026-0002', { priority: 'P1', title: 'Car in ditch', status: 'new' }),
  aFire('2026-0003', { status: 'completed', priority: 'P1' }),
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

  it('are found without the marks of their letters, as in the list of incidents', () => {
    const far = aFire('2026-0004', { title: 'Bålbrann', location: { address: 'Øvre gate', lat: null, lng: null } });
    expect(assignableIncidents([far], 'balbrann ovre')).toEqual([far]);
    expect(assignableIncidents([far], 'bäl')).toEqual([]);
  });
});
