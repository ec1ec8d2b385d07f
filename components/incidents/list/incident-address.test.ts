import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INCIDENT_TYPES, PRIORITIES } from '@/lib/protocol/incident';
import { INCIDENT_SORTS, INCIDENT_VIEWS } from '@/lib/protocol/incident-filter';
import { incidentAddress, isNarrowed, readIncidentAddress } from './incident-address';

const read = (query: string) => readIncidentAddress(new URLSearchParams(query));

test('an empty address is the list as it opens', () => {
  expect(read('')).toEqual({ view: 'open', sort: 'newest' });
  expect(isNarrowed(read('sort=priority'))).toBe(false);
});

test('reads every part', () => {
  expect(read('view=all&priority=P1&type=fire&q=storgata&sort=priority')).toEqual({ view: 'all', priority: 'P1', type: 'fire', q: 'storgata', sort: 'priority' });
});

test('a bad value falls back alone', () => {
  expect(read('view=nonsense&priority=P1&type=x&sort=__proto__')).toEqual({ view: 'open', priority: 'P1', sort: 'newest' });
  expect(read(`q=${'x'.repeat(81)}&view=closed`)).toEqual({ view: 'closed', sort: 'newest' });
  expect(read('q=%20%20')).toEqual({ view: 'open', sort: 'newest' });
});

test('what goes without saying is left out', () => {
  expect(incidentAddress({ view: 'open', sort: 'newest' })).toBe('');
  expect(incidentAddress({ view: 'all', q: 'a & b', sort: 'oldest' })).toBe('?view=all&q=a+%26+b&sort=oldest');
});

test('every list is found again by its address', () => {
  const optional = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
  const filters = fc.record({
    view: fc.constantFrom(...INCIDENT_VIEWS),
    priority: optional(PRIORITIES),
    type: optional(INCIDENT_TYPES),
    q: fc.option(fc.string({ minLength: 1, maxLength: 80 }).map((text) => text.trim()).filter(Boolean), { nil: undefined }),
    sort: fc.constantFrom(...INCIDENT_SORTS),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(incidentAddress(filter))).toEqual(filter);
    }),
  );
});
