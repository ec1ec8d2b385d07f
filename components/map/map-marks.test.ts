import { expect, test } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aUnit } from '@/components/units/testing';
import { mapMarks } from './map-marks';

const place = { address: 'Storgata 3', lat: 61.1, lng: 10.4 };

test('only what has a place is on the map, the most urgent first', () => {
  const incidents = [anIncident('1', { priority: 'P4', location: place }), anIncident('2', { location: { ...place, lat: null, lng: null } }), anIncident('3', { priority: 'P1', location: place })];
  const units = [aUnit('R1'), aUnit('R2', { position: { lat: 61, lng: 10 } })];
  expect(mapMarks(incidents, units).map(({ name }) => name)).toEqual(['0003', '0001', 'R2']);
});

test('a place on the equator or the first meridian is a place', () => {
  expect(mapMarks([], [aUnit('R2', { position: { lat: 0, lng: 0 } })])).toHaveLength(1);
});
