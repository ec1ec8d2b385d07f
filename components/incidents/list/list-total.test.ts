import { expect, test } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { incidentFilterSchema } from '@/lib/protocol/incident-filter';
import { totalsOf } from '@/lib/protocol/incident-totals';
import { listTotal } from './list-total';

const totals = totalsOf([anIncident('1', { priority: 'P1' }), anIncident('2', { status: 'active' })]);
const pages = [{ items: [], total: 77, cursor: null }];
const total = (filter: Readonly<Record<string, string>>) => listTotal(incidentFilterSchema.parse(filter), pages, totals);

test('what is open is counted by the totals, anything else by what the first page told', () => {
  expect([total({}), total({ priority: 'P1' }), total({ view: 'active' })]).toEqual([2, 1, 1]);
  expect([total({ view: 'all' }), total({ view: 'closed' }), total({ type: 'fire' }), total({ q: 'smoke' })]).toEqual([77, 77, 77, 77]);
  expect(listTotal(incidentFilterSchema.parse({ view: 'all' }), [{ items: [], cursor: null }], totals)).toBeNull();
});
