import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import type { WireEvent } from './events';
import { countEvent, countOpen, totalsOf } from './incident-totals';

const at = '2026-11-21T12:00:00.000Z';
const incident = anIncident('9', { priority: 'P1', status: 'new' });
const totals = totalsOf([incident, anIncident('1', { priority: 'P1', status: 'active' }), anIncident('2', { priority: 'P3', status: 'completed' }), anIncident('3', { status: 'closed' })]);

const created = (id: string): WireEvent => ({ id, type: 'incident.created', timestamp: at, data: { incident, actor: null } });
const moved = (from: 'new' | 'active', to: 'active' | 'closed'): WireEvent => ({
  id: `${from}-${to}`, type: 'incident.status.changed', timestamp: at,
  data: { id: '9', number: incident.number, from, to, version: 2, at, actor: null, incident: { ...incident, status: to } },
});

describe('the totals of open incidents', () => {
  it('are those of what is open, of all or by priority and status', () => {
    expect(countOpen(totals)).toBe(3);
    expect(countOpen(totals, { priority: 'P1' })).toBe(2);
    expect(countOpen(totals, { statuses: ['new', 'active'] })).toBe(2);
    expect(countOpen(totals, { priority: 'P1', statuses: ['closed'] })).toBe(0);
  });

  it('follow what comes in, moves on and is closed', () => {
    const more = countEvent(totals, created('a'));
    expect([countOpen(more), countOpen(more, { priority: 'P1', statuses: ['new'] })]).toEqual([4, 2]);
    const active = countEvent(totals, moved('new', 'active'));
    expect([countOpen(active), countOpen(active, { statuses: ['new'] }), countOpen(active, { statuses: ['active'] })]).toEqual([3, 0, 2]);
    expect(countOpen(countEvent(totals, moved('active', 'closed')))).toBe(2);
  });

  it('follow a changed priority, and nothing else that is changed', () => {
    const update = (priorityBefore?: 'P3'): WireEvent => ({
      id: 'u', type: 'incident.updated', timestamp: at,
      data: { incident: { ...incident, priority: 'P2', status: 'completed' }, changed: ['title'], actor: null, ...(priorityBefore ? { priorityBefore } : {}) },
    });
    const changed = countEvent(totals, update('P3'));
    expect([countOpen(changed), countOpen(changed, { priority: 'P3' }), countOpen(changed, { priority: 'P2' })]).toEqual([3, 0, 1]);
    expect(countEvent(totals, update())).toBe(totals);
  });

  it('count nothing that is in them already', () => {
    expect(countEvent({ ...totals, counted: ['a'] }, created('a'))).toMatchObject({ counts: totals.counts });
  });
});
