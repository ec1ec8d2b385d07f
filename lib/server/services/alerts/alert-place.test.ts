import { expect, it } from 'vitest';
import { ADDRESS_MAX } from '@/lib/protocol/place';
import { placeOf } from './alert-place';

const place = (annotations: Record<string, string>, labels: Record<string, string> = {}) => placeOf({ annotations: new Map(Object.entries(annotations)), labels: new Map(Object.entries(labels)) });

it.each([
  [{}, null],
  [{ lat: '61.115', lng: '10.466' }, { address: null, lat: 61.115, lng: 10.466 }],
  [{ latitude: '-61', longitude: '+10.5' }, { address: null, lat: -61, lng: 10.5 }],
  [{ lat: '0', lon: '0' }, { address: null, lat: 0, lng: 0 }],
  [{ address: 'Storgata 3', lat: '61', long: '10' }, { address: 'Storgata 3', lat: 61, lng: 10 }],
  [{ address: 'Storgata 3', lat: '91', lng: '10' }, { address: 'Storgata 3', lat: null, lng: null }],
  [{ address: 'Storgata 3', lat: '61' }, { address: 'Storgata 3', lat: null, lng: null }],
  [{ lat: '61' }, null],
  [{ lat: '12 ms', lng: '10' }, null],
  [{ lat: '0x10', lng: '1e1' }, null],
  [{ lat: '', lng: '10' }, null],
])('%j', (pairs, expected) => {
  expect(place(pairs)).toEqual(expected);
  expect(place({}, pairs)).toEqual(expected);
});

it('is told by annotations before labels, and a long address is cut', () => {
  expect(place({ lat: '61', lng: '10' }, { lat: '1', lng: '2', address: 'A' })).toEqual({ address: 'A', lat: 61, lng: 10 });
  expect(place({ address: 'x'.repeat(1_000) })?.address).toHaveLength(ADDRESS_MAX);
});
