import { expect, test } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aUnit } from '@/components/units/testing';
import { activityOf } from './activity-of';

const at = '2026-11-21T12:00:00.000Z';
const actor = { id: 'u1', name: 'Kari Strand' };

test('tells what happened to an incident, and by whom', () => {
  const incident = anIncident('7', { status: 'active' });
  const data = { id: '7', number: incident.number, from: 'new', to: 'active', version: 2, at, actor, incident } as const;
  expect(activityOf({ id: 'e1', type: 'incident.status.changed', timestamp: at, data })).toEqual({
    id: 'e1',
    at,
    subject: '2026-0007',
    text: 'New → Active, Kari Strand',
    href: '/incidents/7',
  });
});

test('tells what a unit did by itself without naming anybody', () => {
  const unit = aUnit('R11', { code: '1', state: 'en_route' });
  const data = { unit, from: { code: 'A', state: 'alerted' }, actor: null, unusual: false } as const;
  expect(activityOf({ id: 'e2', type: 'unit.status.changed', timestamp: at, data })).toMatchObject({ subject: 'R11', text: 'A → 1 En route', href: '/units' });
});

test('a test broadcast is no news to the room', () => {
  expect(activityOf({ id: 'e3', type: 'test.broadcast', timestamp: at, data: { id: 'b', label: 'x', sentAt: at, sentBy: 'Kari' } })).toBeNull();
});
