import { expect, test } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aUnit } from '@/components/units/testing';
import { mapMarks, mapNote } from './map-marks';

const place = { address: 'Storgata 3', lat: 61.1, lng: 10.4 };

test('only what has a place is on the map, the most urgent first', () => {
  const incidents = [anIncident('1', { priority: 'P4', location: place }), anIncident('2', { location: { ...place, lat: null, lng: null } }), anIncident('3', { priority: 'P1', location: place })];
  const units = [aUnit('R1'), aUnit('R2', { position: { lat: 61, lng: 10 } })];
  expect(mapMarks(incidents, units).map(({ name }) => name)).toEqual(['0003', '0001', 'R2']);
});

test('an incident is where its position says, with or without an address; pointing at it tells the place', () => {
  const [named, bare] = mapMarks([anIncident('1', { location: place }), anIncident('2', { location: { ...place, address: null } })], []);
  expect([named?.whole, bare?.whole]).toEqual(['2026-0001 P3 Incident 1 · Storgata 3', '2026-0002 P3 Incident 2 · 61.1, 10.4']);
});

test('a place on the equator or the first meridian is a place', () => {
  expect(mapMarks([], [aUnit('R2', { position: { lat: 0, lng: 0 } })])).toHaveLength(1);
});

test('the map says which open incidents it cannot show, the urgent ones by name', () => {
  const shown = anIncident('1', { priority: 'P1', location: place });
  const bare = (id: string, priority: 'P1' | 'P3') => anIncident(id, { priority, location: { ...place, lat: null, lng: null } });
  const note = (...incidents: ReturnType<typeof anIncident>[]) => mapNote(incidents, mapMarks(incidents, []));
  expect(note(shown)).toBe('1 shown');
  expect(note(shown, bare('2', 'P3'))).toBe('1 shown · 1 open without a position');
  expect(note(bare('2', 'P3'), bare('3', 'P1'), anIncident('4', { priority: 'P1', location: null }))).toBe('0 shown · 3 open without a position, 2 of them P1');
});
