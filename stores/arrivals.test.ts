import { beforeEach, expect, it } from 'vitest';
import { dropArrival, noteArrival, useArrivals, type Arrival } from './arrivals';

const FIRE: Arrival = { id: 'i1', kind: 'P1', title: '2026-0001 House fire', place: 'Storgata 3', at: '2026-11-26T12:00:00.000Z', href: '/incidents/i1' };

beforeEach(() => useArrivals.setState({ items: [], past: new Set() }));

it('keeps what came in, newest first, and the same news once', () => {
  noteArrival(FIRE);
  noteArrival({ ...FIRE, id: 'i2' });
  noteArrival(FIRE);
  expect(useArrivals.getState().items.map(({ id }) => id)).toEqual(['i2', 'i1']);
});

it('does not bring back what was looked at when the same news is replayed', () => {
  noteArrival(FIRE);
  dropArrival('i1');
  noteArrival(FIRE);
  expect(useArrivals.getState().items).toEqual([]);
});

it('tells of a service that goes down again as of something new', () => {
  const down: Arrival = { ...FIRE, id: 's1', kind: 'down' };
  noteArrival(down);
  dropArrival('s1');
  noteArrival({ ...down, at: '2026-11-26T13:00:00.000Z' });
  expect(useArrivals.getState().items).toHaveLength(1);
});
