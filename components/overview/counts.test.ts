import { expect, test } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aCode, aUnit } from '@/components/units/testing';
import { totalsOf } from '@/lib/protocol/incident-totals';
import { compareOpen, countByPriority, countByStatus, unitsWaiting } from './counts';

const NOON = Date.parse('2026-11-21T12:00:00.000Z');

test('counts by priority leave out what is only waiting to be closed', () => {
  const incidents = [anIncident('1', { priority: 'P1' }), anIncident('2', { priority: 'P1', status: 'completed' }), anIncident('3', { priority: 'P4', status: 'paused' })];
  const totals = totalsOf(incidents);
  expect(countByPriority(totals)).toEqual({ P1: 1, P2: 0, P3: 0, P4: 1 });
  expect(countByStatus(totals)).toMatchObject({ new: 1, completed: 1, paused: 1, active: 0 });
});

test('a unit waits from its limit on until somebody takes note', () => {
  const codes = [aCode('2', 'on_scene', { warnSeconds: 60, alertSeconds: 120 })];
  const unit = aUnit('R1', { code: '2', state: 'on_scene' });
  const noted = { ...unit, id: 'noted', ack: { by: { id: 'u', name: 'U' }, at: unit.statusSince, level: 'warn' as const, note: null } };
  const ids = (seconds: number) => unitsWaiting([unit, noted], codes, NOON + seconds * 1_000).map(({ id }) => id);
  expect(ids(59)).toEqual([]);
  expect(ids(60)).toEqual([unit.id]);
  expect(ids(120).sort()).toEqual([unit.id, 'noted'].sort());
});

test('new ones stand first, then by priority and within it what is active before what is stable, completed ones last, newest first among equals', () => {
  const later = '2026-11-21T13:00:00.000Z';
  const incidents = [
    anIncident('1', { status: 'completed', priority: 'P1' }),
    anIncident('2', { status: 'active', priority: 'P2' }),
    anIncident('3', { status: 'stable', priority: 'P1' }),
    anIncident('4', { status: 'new', priority: 'P4' }),
    anIncident('5', { status: 'active', priority: 'P2', createdAt: later }),
    anIncident('6', { status: 'paused', priority: 'P1' }),
    anIncident('7', { status: 'active', priority: 'P1' }),
  ];
  expect([...incidents].sort(compareOpen).map(({ id }) => id)).toEqual(['4', '7', '6', '3', '5', '2', '1']);
});
