import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { formatCursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import { countOpen, totalsOf, type OpenTotals } from '@/lib/protocol/incident-totals';
import { incidentKeys } from '@/lib/queries/incidents';
import { keepTotals } from './incident-totals';

const place = (n: number) => formatCursor('ep', `${n}-0`);
const created = (id: string): WireEvent => ({ id, type: 'incident.created', timestamp: '2026-11-21T12:00:00.000Z', data: { incident: anIncident(id), actor: null } });

describe('the totals of a page', () => {
  let queryClient: QueryClient;
  const put = (counted: string[] = []) => queryClient.setQueryData<OpenTotals>(incidentKeys.totals, { ...totalsOf([anIncident('1')]), counted });
  const total = () => countOpen(queryClient.getQueryData<OpenTotals>(incidentKeys.totals) ?? totalsOf([]));
  beforeEach(() => {
    queryClient = new QueryClient();
    put();
  });

  it('count what comes from the stream after their snapshot, and nothing before it', () => {
    const totals = keepTotals(queryClient, place(5));
    totals.count(created('early'), place(5));
    expect(total()).toBe(1);
    totals.count(created('later'), place(6));
    expect(total()).toBe(2);
  });

  it('begin anew with each snapshot, with what was heard since it was made', () => {
    const totals = keepTotals(queryClient, place(1));
    for (const [id, at] of [['a', 2], ['b', 3], ['c', 4]] as const) totals.count(created(id), place(at));
    expect(total()).toBe(4);
    // Made at 3, when the change of c was in the database already.
    put(['c']);
    totals.begin(place(3), [created('c'), created('d')]);
    expect(total()).toBe(2);
  });
});
