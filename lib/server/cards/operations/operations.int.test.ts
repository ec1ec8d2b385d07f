import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { useParts } from '@/testing/use-parts';
import { bonfiresToday } from './bonfires-today';
import { OPERATIONS_CARDS } from './cards';
import { flashAcknowledgement } from './flash-acknowledgement';
import { incidentsByPriority } from './incidents-by-priority';
import { incidentsPerHour } from './incidents-per-hour';
import { openIncidents } from './open-incidents';
import { responseTimes } from './response-times';
import { roomActivity } from './room-activity';
import { shiftActivity } from './shift-activity';
import { addAudit, addEntry, addFlash, addIncident, addPast, addUnit, addUser, allowEmptying, emptyBoard, valueAt } from './testing';
import { turnoutTimes } from './turnout-times';
import { unitAlarms } from './unit-alarms';
import { unitUtilisation } from './unit-utilisation';
import { unitsAvailable } from './units-available';

/** Half past two in the afternoon in Norway. */
const NOW = new Date('2026-11-20T13:30:00Z');

useParts();
beforeAll(allowEmptying);
beforeEach(emptyBoard);

const bars = (...rows: readonly (readonly [string, number, string, string | null])[]) => rows.map(([label, value, tone, words]) => ({ label, value, tone, words }));
const figures = (...rows: readonly (readonly [string, number | null])[]) => rows.map(([label, value]) => expect.objectContaining({ label, value }));

describe('the cards of operations', () => {
  it('are twelve, each with a key of its own', () => {
    expect(new Set(OPERATIONS_CARDS.map(({ key }) => key)).size).toBe(12);
    expect(OPERATIONS_CARDS.every(({ tab }) => tab === 'operations')).toBe(true);
  });

  it.each(OPERATIONS_CARDS.map((card) => [card.key, card] as const))('%s says in words that there is nothing yet', async (_key, card) => {
    const value = await valueAt(card, NOW);
    expect(JSON.stringify(value)).not.toMatch(/NaN|undefined|Infinity/);
    expect(value.headline?.tone ?? 'plain').toBe('plain');
    if (value.view === 'bars') expect(value.bars).toEqual([]);
    if (value.view === 'lines') expect(value.points).toEqual([]);
    if (value.view === 'table') expect(value).toMatchObject({ rows: [], total: 0 });
  });
});

describe('open incidents', () => {
  it('are counted by status, and an unaccepted P1 is said at once and loudly after two minutes', async () => {
    await addIncident({ createdAt: '2026-11-20T13:28:00.001Z', status: 'new', priority: 'P1' });
    await addIncident({ createdAt: '2026-11-20T13:29:00Z', status: 'new', priority: 'P1' });
    for (const status of ['active', 'completed', 'closed', 'cancelled', 'merged']) await addIncident({ createdAt: '2026-11-20T12:00:00Z', status, priority: 'P1' });
    const value = await valueAt(openIncidents, NOW);
    expect(value.headline).toEqual({ value: 4, unit: 'count', tone: 'warning', words: '2 P1 not accepted, waiting since 14:28.' });
    expect(value).toMatchObject({ figures: figures(['New', 2], ['Active', 1], ['Paused', 0], ['Stable', 0], ['Completed', 1]) });
    expect((await valueAt(openIncidents, new Date('2026-11-20T13:30:00.001Z'))).headline?.tone).toBe('critical');
  });

  it('are calm when every P1 was accepted', async () => {
    await addIncident({ createdAt: '2026-11-20T12:00:00Z', status: 'new', priority: 'P2' });
    expect((await valueAt(openIncidents, NOW)).headline).toMatchObject({ value: 1, tone: 'plain', words: 'Every P1 has been accepted.' });
  });

  it('are shown by priority with the oldest of each', async () => {
    await addIncident({ createdAt: '2026-11-20T13:00:00Z', priority: 'P1', ordinal: 7 });
    await addIncident({ createdAt: '2026-11-20T13:00:00Z', priority: 'P2' });
    await addIncident({ createdAt: '2026-11-19T22:30:00Z', priority: 'P2', ordinal: 12_345, status: 'paused' });
    await addIncident({ createdAt: '2026-11-01T12:00:00Z', priority: 'P2', status: 'closed' });
    await addIncident({ createdAt: '2026-11-20T13:00:00Z', priority: 'P4', ordinal: 412 });
    expect(await valueAt(incidentsByPriority, NOW)).toMatchObject({
      headline: { value: 3, words: 'P1 or P2, of 4 open incidents.' },
      bars: bars(['P1', 1, 'plain', 'oldest 2026-0007, since 14:00'], ['P2', 2, 'plain', 'oldest 2026-12345, since 2026-11-19 23:30'], ['P3', 0, 'plain', null], ['P4', 1, 'plain', 'oldest 2026-0412, since 14:00']),
    });
  });

  it('have rooms whose entries are counted back from now', async () => {
    const busy = await addIncident({ createdAt: '2026-11-19T00:00:00Z', title: 'Smoke', ordinal: 9_001 });
    for (const time of ['2026-11-20T12:30:00Z', '2026-11-20T12:31:00Z', '2026-11-20T12:29:59.999Z', '2026-11-19T13:30:00Z', '2026-11-19T13:29:59.999Z']) await addEntry(busy, time);
    await addIncident({ createdAt: '2026-11-20T13:00:00Z', title: 'Quiet', status: 'new', ordinal: 9_002 });
    await addEntry(await addIncident({ createdAt: '2026-11-20T13:00:00Z', status: 'closed' }), '2026-11-20T13:10:00Z');
    expect(await valueAt(roomActivity, NOW)).toMatchObject({
      headline: { value: 2, words: 'entries in the last hour, in 1 of 2 open rooms.' },
      rows: [
        ['2026-9001', 'Smoke', 'active', 2, 4, '2026-11-20T12:31:00.000Z'],
        ['2026-9002', 'Quiet', 'new', 0, 0, null],
      ],
      total: 2,
    });
  });
});

describe('times', () => {
  const seconds = (from: string, count: number) => new Date(Date.parse(from) + count * 1_000).toISOString();
  const accepted = (createdAt: string, after: number) => addIncident({ createdAt, activeAt: seconds(createdAt, after) });

  it('of response are percentiles by half days in Norway', async () => {
    for (let after = 10; after <= 100; after += 10) await accepted('2026-11-20T11:00:00Z', after);
    await accepted('2026-11-20T10:59:59.999Z', 600);
    await accepted('2026-11-13T23:00:00Z', 5);
    await accepted('2026-11-13T22:59:59.999Z', 9_000);
    await addIncident({ createdAt: '2026-11-20T12:00:00Z', status: 'new' });
    const value = await valueAt(responseTimes, NOW);
    expect(value.headline).toEqual({ value: 100, unit: 'seconds', tone: 'plain', words: 'p90 of the last 24 hours. 9 of 10 were at least as quick, out of 11 incidents.' });
    expect(value).toMatchObject({
      figures: figures(['Median, 24 h', 60], ['p90, 24 h', 100], ['Incidents, 24 h', 11], ['Median, week', 55], ['p90, week', 99], ['Incidents, week', 12]),
    });
    const points = value.view === 'lines' ? value.points : [];
    expect(points).toHaveLength(14);
    expect(points.at(0)).toEqual({ at: '2026-11-13T23:00:00.000Z', values: [5, 5] });
    expect(points.at(1)).toEqual({ at: '2026-11-14T11:00:00.000Z', values: [null, null] });
    expect(points.at(-2)).toEqual({ at: '2026-11-19T23:00:00.000Z', values: [600, 600] });
    expect(points.at(-1)).toEqual({ at: '2026-11-20T11:00:00.000Z', values: [55, 91] });
  });

  it('of turnout run from the alert to being en route, over midnight too, and count nothing else', async () => {
    for (const unit of ['A', 'B', 'C', 'D']) await addUnit(unit, 'available_station', '2026-11-01T00:00:00Z');
    await addPast('A', ['2026-11-20T10:00:00Z', 'alerted'], ['2026-11-20T10:01:00Z', 'en_route'], ['2026-11-20T10:09:00Z', 'on_scene']);
    await addPast('B', ['2026-11-20T10:00:00Z', 'alerted'], ['2026-11-20T10:02:00Z', 'en_route']);
    await addPast('C', ['2026-11-20T10:00:00Z', 'alerted'], ['2026-11-20T10:01:00Z', 'available_station'], ['2026-11-20T10:05:00Z', 'en_route']);
    await addPast('D', ['2026-11-13T22:59:30Z', 'alerted'], ['2026-11-13T23:00:00Z', 'en_route'], ['2026-11-13T22:00:00Z', 'alerted'], ['2026-11-13T22:10:00Z', 'en_route']);
    const value = await valueAt(turnoutTimes, NOW);
    expect(value.headline).toMatchObject({ value: 108, words: 'p90 of seven days. From 3 turnouts only, so single ones decide.' });
    expect(value).toMatchObject({ figures: figures(['Median, 7 days', 60], ['p90, 7 days', 108], ['Turnouts, 7 days', 3]) });
    const points = value.view === 'lines' ? value.points : [];
    expect(points.map(({ values }) => values[0])).toEqual([30, null, null, null, null, null, 90]);
    expect(points.at(-1)).toEqual({ at: '2026-11-19T23:00:00.000Z', values: [90, 114] });
  });

  it('of coming in are counted by the hour', async () => {
    for (const createdAt of ['2026-11-20T13:00:00Z', '2026-11-20T13:30:00Z', '2026-11-20T12:59:59.999Z', '2026-11-19T14:00:00Z', '2026-11-19T13:59:59.999Z', '2026-11-20T13:30:00.001Z']) await addIncident({ createdAt });
    await addIncident({ createdAt: '2026-11-20T13:10:00Z', priority: 'P1' });
    const value = await valueAt(incidentsPerHour, NOW);
    expect(value).toMatchObject({
      headline: { value: 5, words: 'came in since 2026-11-19 15:00, 1 of them as P1.' },
      figures: figures(['Most in an hour, from 14:00', 3]),
    });
    const points = value.view === 'lines' ? value.points.map(({ values }) => values) : [];
    expect(points).toHaveLength(24);
    expect([points[0], points[1], points[22], points[23]]).toEqual([[1, 0], [0, 0], [1, 0], [3, 1]]);
  });
});

describe('units', () => {
  it('are free or not, by station', async () => {
    await addUnit('N1', 'available_station', '2026-11-20T10:00:00Z');
    await addUnit('N2', 'on_scene', '2026-11-20T10:00:00Z');
    await addUnit('N3', 'out_of_service', '2026-11-20T10:00:00Z');
    await addUnit('S1', 'alerted', '2026-11-20T10:00:00Z', { station: 'Sør' });
    await addUnit('V1', 'out_of_service', '2026-11-20T10:00:00Z', { station: 'Vest' });
    expect(await valueAt(unitsAvailable, NOW)).toMatchObject({
      headline: { value: 1, tone: 'plain', words: 'of 5 units; 2 out of service.' },
      bars: [
        { label: 'Nord', value: 1, of: 3, tone: 'plain', words: '1 out of service' },
        { label: 'Sør', value: 0, of: 1, tone: 'warning', words: null },
        { label: 'Vest', value: 0, of: 1, tone: 'plain', words: '1 out of service' },
      ],
    });
    await db().unit.update({ where: { id: 'N1' }, data: { state: 'limited' } });
    expect((await valueAt(unitsAvailable, NOW)).headline).toMatchObject({ value: 0, tone: 'critical' });
  });

  it('are bound for a share of twelve hours, cut at both ends', async () => {
    await addUnit('R11', 'available_mobile', '2026-11-20T10:30:00Z');
    await addPast('R11', ['2026-11-20T00:00:00Z', 'available_station'], ['2026-11-20T07:30:00Z', 'alerted'], ['2026-11-20T08:00:00Z', 'on_scene'], ['2026-11-20T10:30:00Z', 'available_mobile']);
    await addUnit('R12', 'out_of_service', '2026-11-20T07:30:00Z');
    await addPast('R12', ['2026-11-18T00:00:00Z', 'available_station'], ['2026-11-19T20:00:00Z', 'on_scene'], ['2026-11-20T07:30:00Z', 'out_of_service']);
    await addUnit('R13', 'limited', '2026-11-20T12:30:00Z');
    await addUnit('R14', 'limited', '2026-11-20T13:31:00Z');
    expect(await valueAt(unitUtilisation, NOW)).toMatchObject({
      headline: { value: 0.4, words: 'on average over 3 units.' },
      bars: bars(['R13', 1, 'plain', 'known for 1 h only'], ['R12', 0.5, 'plain', null], ['R11', 0.25, 'plain', null]),
    });
  });

  it('are over their time as the board judges it: unnoted first, an alert opens a noted warning again', async () => {
    await addUser('Ingrid', 'dispatcher');
    await db().statusCode.create({ data: { code: '2', text: 'Fremme', state: 'on_scene', warnSeconds: 1_800, alertSeconds: 5_400, position: 1 } });
    const onScene = (callSign: string, since: string, rest = {}) => addUnit(callSign, 'on_scene', since, { code: '2', ...rest });
    const noted = (ackLevel: string) => ({ ackLevel, ackById: 'Ingrid', ackAt: NOW });
    await onScene('R11', '2026-11-20T13:00:00Z');
    await onScene('R12', '2026-11-20T11:00:00Z', noted('alert'));
    await onScene('R13', '2026-11-20T12:00:00Z', noted('warn'));
    await onScene('R14', '2026-11-20T12:30:00Z', { mutedUntil: new Date('2026-11-20T13:45:00Z') });
    await onScene('R15', '2026-11-20T13:00:00.001Z');
    expect(await valueAt(unitAlarms, NOW)).toMatchObject({
      headline: { value: 2, tone: 'critical', words: 'over the time and not noted by anybody; 2 others noted or muted.' },
      rows: [
        ['R13', 'Fremme', '2026-11-20T12:00:00.000Z', 5_400, 'alert', 'nobody'],
        ['R11', 'Fremme', '2026-11-20T13:00:00.000Z', 1_800, 'warning', 'nobody'],
        ['R12', 'Fremme', '2026-11-20T11:00:00.000Z', 5_400, 'alert', 'by Ingrid'],
        ['R14', 'Fremme', '2026-11-20T12:30:00.000Z', 1_800, 'warning', 'muted'],
      ],
      total: 4,
    });
  });
});

describe('bonfires', () => {
  it('are counted by what they are now and by the day in Norway', async () => {
    let made = 0;
    const add = (status: string, startsAt: string, createdAt: string) => {
      const times = { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000), createdAt: new Date(createdAt), statusSince: new Date(createdAt) };
      const texts = { name: 'N', phone: '91234567', address: 'A', municipality: 'M', material: 'm', extent: 'e', extinguishing: 'x', responsible: 'r' };
      return db().bonfire.create({ data: { id: `b${(made += 1)}`, status, ...times, ...texts, landownerConsent: true, source: 'public' } });
    };
    await add('active', '2026-11-20T13:00:00Z', '2026-11-19T22:59:59.999Z');
    await add('overdue', '2026-11-20T10:00:00Z', '2026-11-19T23:00:00Z');
    await add('overdue', '2026-11-19T10:00:00Z', '2026-11-18T12:00:00Z');
    await add('reported_extinguished', '2026-11-20T09:00:00Z', '2026-11-20T08:00:00Z');
    await add('registered', '2026-11-20T22:59:59Z', '2026-11-20T08:00:00Z');
    await add('registered', '2026-11-20T23:00:00Z', '2026-11-10T08:00:00Z');
    await add('registered', '2027-04-15T10:00:00Z', '2026-11-10T08:00:00Z');
    await add('closed', '2026-11-20T08:00:00Z', '2026-11-20T07:00:00Z');
    expect(await valueAt(bonfiresToday, NOW)).toMatchObject({
      headline: { value: 3, tone: 'warning', words: 'burn now; 2 are past the end.' },
      figures: figures(['Active', 1], ['Overdue', 2], ['Reported extinguished', 1], ['Still to start today', 1], ['Registered today', 4], ['Open in the ban period', 1]),
    });
  });
});

describe('people', () => {
  it('acknowledge messages: a share, and how soon', async () => {
    for (const name of ['d1', 'd2', 'd3']) await addUser(name, 'dispatcher');
    await addUser('o1', 'observer');
    const acks = [['d1', 'dispatcher', '2026-11-20T13:00:10Z'], ['d2', 'dispatcher', '2026-11-20T13:00:30Z'], ['d3', 'dispatcher', null], ['o1', 'observer', '2026-11-20T13:20:00Z']] as const;
    await addFlash('Radio is down', '2026-11-20T13:00:00Z', { ackDeadline: new Date('2026-11-20T13:10:00Z') }, acks);
    await addFlash('Nobody was there', '2026-11-01T13:00:00Z', { status: 'expired' });
    await addFlash('For information', '2026-11-20T12:00:00Z', { requiresAck: false }, [['d1', 'dispatcher', null]]);
    await addFlash('Long ago', '2026-10-21T13:29:59Z', {}, [['d1', 'dispatcher', null]]);
    expect(await valueAt(flashAcknowledgement, NOW)).toMatchObject({
      headline: { value: 0.667, tone: 'warning', words: 'of 3 acknowledgements asked for in 2 messages. 1 missing past the deadline of a live message.' },
      rows: [
        ['Radio is down', '2026-11-20T13:00:00.000Z', 3, 0.667, 20, 28],
        ['Nobody was there', '2026-11-01T13:00:00.000Z', 0, null, null, null],
      ],
      total: 2,
    });
    expect((await valueAt(flashAcknowledgement, new Date('2026-11-20T13:10:00Z'))).headline?.tone).toBe('plain');
  });

  it('do things: what was recorded and what was written, within eight hours, theirs alone', async () => {
    await addUser('Anna', 'dispatcher');
    await addUser('Bob', 'dispatcher');
    await addUser('Simulator', 'dispatcher', { passwordHash: 'none' });
    for (const category of ['incidents', 'incidents', 'units', 'sign-in']) await addAudit('2026-11-20T12:00:00Z', category, { actorId: 'Anna' });
    await addAudit('2026-11-20T05:30:00Z', 'flash', { actorId: 'Bob' });
    await addAudit('2026-11-20T05:29:59.999Z', 'flash', { actorId: 'Bob' });
    await addAudit('2026-11-20T12:00:00Z', 'units', { actorId: 'Simulator' });
    await addAudit('2026-11-20T12:00:00Z', 'monitors');
    const open = await addIncident({ createdAt: '2026-11-01T12:00:00Z' });
    const ended = await addIncident({ createdAt: '2026-11-20T06:00:00Z', status: 'closed' });
    await addEntry(open, '2026-11-20T12:00:00Z', { speakerUserId: 'Anna' });
    await addEntry(open, '2026-11-20T12:00:00Z', { speakerUserId: 'Anna', kind: 'status' });
    await addEntry(open, '2026-11-20T05:00:00Z', { speakerUserId: 'Anna' });
    await addEntry(ended, '2026-11-20T06:00:00Z', { speakerUserId: 'Anna', kind: 'note' });
    expect(await valueAt(shiftActivity, NOW)).toMatchObject({
      headline: { value: 2, words: 'people at work, 6 acts in 8 hours.' },
      bars: bars(['Anna', 5, 'plain', 'incidents 2, rooms 2, units 1'], ['Bob', 1, 'plain', 'messages 1']),
    });
  });
});
