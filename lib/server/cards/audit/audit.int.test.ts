import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/server/auth/password';
import { db } from '@/lib/server/db/client';
import { DEMO_PASSWORD, DEMO_USERS } from '@/prisma/seed-data';
import { useParts } from '@/testing/use-parts';
import { addAudit, addFlash, addUser, allowEmptying, emptyBoard, valueAt } from '../operations/testing';
import { auditVolume } from './audit-volume';
import { AUDIT_CARDS } from './cards';
import { incidentAudit } from './incident-audit';
import { permissionChanges } from './permission-changes';
import { riskList } from './risk-list';
import { signIns } from './sign-ins';

/** Half past two in the afternoon in Norway. */
const NOW = new Date('2026-11-20T13:30:00Z');

useParts();
beforeAll(allowEmptying);
beforeEach(emptyBoard);

const signIn = (time: string, outcome: 'success' | 'failure', rest = {}) => addAudit(time, 'sign-in', { outcome, targetType: 'user', ip: '10.0.0.1', ...rest });

describe('the cards of the audit tab', () => {
  it.each(AUDIT_CARDS.map((card) => [card.key, card] as const))('%s says in words that there is nothing yet', async (_key, card) => {
    expect(card).toMatchObject({ tab: 'audit', permission: 'audit.read' });
    const value = await valueAt(card, NOW);
    expect(JSON.stringify(value)).not.toMatch(/NaN|undefined|Infinity/);
    if (value.view === 'bars') expect(value.bars).toEqual([]);
    if (value.view === 'lines') expect(value.points).toEqual([]);
    if (value.view === 'table') expect(value).toMatchObject({ rows: [], total: 0 });
  });

  it('count sign-ins by the hour, accepted and refused', async () => {
    await signIn('2026-11-20T13:00:00Z', 'success');
    for (const time of ['2026-11-20T13:05:00Z', '2026-11-20T13:30:00Z', '2026-11-19T13:59:59.999Z']) await signIn(time, 'failure');
    await signIn('2026-11-20T12:59:59.999Z', 'failure', { ip: '10.0.0.2' });
    await addAudit('2026-11-20T13:00:00Z', 'users', { outcome: 'failure', ip: '10.0.0.3' });
    const value = await valueAt(signIns, NOW);
    expect(value).toMatchObject({ headline: { value: 3, words: 'refused since 2026-11-19 15:00; 1 accepted.' }, figures: [{ value: 2 }] });
    const points = value.view === 'lines' ? value.points : [];
    expect(points).toHaveLength(24);
    expect(points.slice(-2)).toEqual([
      { at: '2026-11-20T12:00:00.000Z', values: [0, 1] },
      { at: '2026-11-20T13:00:00.000Z', values: [1, 2] },
    ]);
  });

  it('tell what was changed about accounts, newest first', async () => {
    await addUser('anna', 'admin');
    const change = (time: string, before: object, after: object, rest = {}) =>
      addAudit(time, 'users', { targetType: 'user', targetId: 'anna', actorName: 'Astrid', ip: '10.0.0.1', before, after, ...rest });
    await change('2026-11-20T13:00:00Z', { role: 'dispatcher', disabled: false }, { role: 'admin', disabled: false });
    await change('2026-11-20T12:00:00Z', { role: 'dispatcher', disabled: true }, { role: 'observer', disabled: false });
    await change('2026-11-13T13:29:59Z', { role: 'dispatcher', disabled: false }, { role: 'dispatcher', disabled: true });
    await change('2026-08-20T12:00:00Z', { role: 'dispatcher' }, { role: 'admin' });
    await addAudit('2026-11-01T12:00:00Z', 'users', { targetType: 'user', targetId: 'gone', summary: 'Something else' });
    await signIn('2026-11-20T13:00:00Z', 'success', { targetId: 'anna' });
    expect(await valueAt(permissionChanges, NOW)).toMatchObject({
      headline: { value: 2, words: 'in the last 7 days, 1 of which made somebody admin.' },
      rows: [
        ['2026-11-20T13:00:00.000Z', 'Astrid', 'anna@example.com', 'dispatcher → admin', '10.0.0.1'],
        ['2026-11-20T12:00:00.000Z', 'Astrid', 'anna@example.com', 'dispatcher → observer, enabled', '10.0.0.1'],
        ['2026-11-13T13:29:59.000Z', 'Astrid', 'anna@example.com', 'disabled', '10.0.0.1'],
        ['2026-11-01T12:00:00.000Z', 'Somebody', null, 'Something else', null],
      ],
      total: 4,
    });
  });

  it('tell what was done to incidents within 24 hours', async () => {
    const act = (time: string, action: string, actorName: string, targetId: string) => addAudit(time, 'incidents', { action, actorName, targetId });
    await act('2026-11-19T13:30:00Z', 'incident.create', 'Anna', 'i1');
    await act('2026-11-19T13:29:59.999Z', 'incident.create', 'Anna', 'i2');
    await act('2026-11-20T13:00:00Z', 'incident.accept', 'Anna', 'i1');
    await act('2026-11-20T13:10:00Z', 'incident.accept', 'Bob', 'i3');
    await act('2026-11-20T13:20:00Z', 'entry.pin', 'Bob', 'i3');
    await addAudit('2026-11-20T13:00:00Z', 'units');
    expect(await valueAt(incidentAudit, NOW)).toMatchObject({
      headline: { value: 4, words: 'acts by 2 actors on 2 incidents.' },
      bars: [
        { label: 'accept', value: 2, words: 'by 2 actors' },
        { label: 'entry pin', value: 1, words: 'by 1 actor' },
        { label: 'create', value: 1, words: 'by 1 actor' },
      ],
    });
  });

  it('count audit entries by the hour and outcome', async () => {
    await addAudit('2026-11-19T14:00:00Z', 'units');
    await addAudit('2026-11-19T13:59:59.999Z', 'units');
    await addAudit('2026-11-20T13:30:00Z', 'flash');
    await signIn('2026-11-20T13:10:00Z', 'failure');
    const value = await valueAt(auditVolume, NOW);
    expect(value.headline).toMatchObject({ value: 3, words: 'recorded since 2026-11-19 15:00; 1 of them tell of something refused.' });
    const points = value.view === 'lines' ? value.points.map(({ values }) => values) : [];
    expect([points.length, points[0], points[1], points[23]]).toEqual([24, [1, 0], [0, 0], [1, 1]]);
  });
});

describe('the list of risks', () => {
  const risk = async (label: string, now = NOW) => {
    const value = await valueAt(riskList, now);
    return value.view === 'checks' ? value.checks.find((check) => check.label === label) : undefined;
  };

  it('is clear when nothing is wrong, and says how many things are', async () => {
    for (const name of ['anna', 'bob']) await addUser(name, 'admin', { createdAt: new Date('2026-11-01T00:00:00Z') });
    const calm = await valueAt(riskList, NOW);
    expect(calm).toMatchObject({ headline: { value: 0, tone: 'ok' }, checks: Array.from({ length: 7 }, () => ({ state: 'ok' })) });
    await db().user.update({ where: { id: 'bob' }, data: { role: 'observer' } });
    expect((await valueAt(riskList, NOW)).headline).toMatchObject({ value: 1, tone: 'warning' });
  });

  it('names demo accounts that still have their password, and only those', async () => {
    const [first, second] = DEMO_USERS.map(({ email }) => email);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await addUser('a', 'admin', { passwordHash, ...(first ? { email: first } : {}) });
    await addUser('b', 'dispatcher', { passwordHash: await hashPassword('a better one'), ...(second ? { email: second } : {}) });
    expect(await risk('Demo accounts')).toMatchObject({ state: 'failed', words: expect.stringMatching(new RegExp(`^1 demo account with the published password: ${first}\\.`)) });
    await db().user.update({ where: { id: 'a' }, data: { disabledAt: NOW } });
    expect(await risk('Demo accounts')).toMatchObject({ state: 'ok' });
  });

  it.each([[0, 'failed'], [1, 'warning'], [2, 'ok'], [5, 'ok'], [6, 'warning']])('with %i admins is %s', async (count, state) => {
    for (let one = 0; one < count; one += 1) await addUser(`admin${one}`, 'admin');
    await addUser('former', 'admin', { disabledAt: NOW });
    expect(await risk('Admins')).toMatchObject({ state });
  });

  it('tells of five refusals of one address within fifteen minutes, as urgent for an hour', async () => {
    for (const minute of ['00', '04', '08', '12']) await signIn(`2026-11-20T12:${minute}:00Z`, 'failure');
    await signIn('2026-11-20T12:14:00Z', 'failure', { ip: '10.0.0.2' });
    await signIn('2026-11-20T12:15:00.001Z', 'failure');
    expect(await risk('Guessed passwords')).toMatchObject({ state: 'ok' });
    await signIn('2026-11-20T12:15:00Z', 'failure');
    expect(await risk('Guessed passwords')).toMatchObject({ state: 'warning', words: 'Refused at least 5 times within 15 minutes: 10.0.0.1 (5). The last at 13:15.' });
    expect(await risk('Guessed passwords', new Date('2026-11-20T13:15:00Z'))).toMatchObject({ state: 'failed' });
  });

  it('tells of tries with an account after it was disabled', async () => {
    await addUser('anna', 'dispatcher', { disabledAt: new Date('2026-11-20T12:00:00Z') });
    await signIn('2026-11-20T11:59:59Z', 'failure', { targetId: 'anna' });
    expect(await risk('Disabled accounts')).toMatchObject({ state: 'ok' });
    await signIn('2026-11-20T12:00:01Z', 'failure', { targetId: 'anna' });
    expect(await risk('Disabled accounts')).toMatchObject({ state: 'warning', words: '1 try with anna@example.com in 7 days, the last at 13:00.' });
  });

  it('tells of accounts that nobody used for ninety days', async () => {
    const ninety = new Date('2026-08-22T13:30:00Z');
    await addUser('never', 'dispatcher', { createdAt: ninety });
    await addUser('new', 'dispatcher', { createdAt: new Date(ninety.getTime() + 1) });
    for (const name of ['used', 'unused']) await addUser(name, 'dispatcher', { createdAt: new Date('2026-01-01T00:00:00Z') });
    await signIn('2026-11-01T00:00:00Z', 'success', { targetId: 'used' });
    await signIn('2026-11-01T00:00:00Z', 'failure', { targetId: 'unused' });
    await signIn('2026-05-01T00:00:00Z', 'success', { targetId: 'unused' });
    expect(await risk('Unused accounts')).toMatchObject({
      state: 'warning',
      words: '2 accounts not used for 90 days, 1 of them never: unused@example.com, never@example.com. Disable what nobody needs.',
    });
  });

  it('tells of critical messages that somebody did not acknowledge: urgent when past their time', async () => {
    await addUser('anna', 'dispatcher');
    await addUser('oda', 'observer');
    const acks = [['anna', 'dispatcher', null], ['oda', 'observer', null]] as const;
    await addFlash('A warning', '2026-11-20T13:00:00Z', {}, acks);
    await addFlash('Ran out long ago', '2026-11-18T13:00:00Z', { level: 'critical', status: 'expired', endedAt: new Date('2026-11-19T13:29:59Z') }, acks);
    expect(await risk('Critical messages')).toMatchObject({ state: 'ok' });
    await addFlash('Radio is down', '2026-11-20T13:20:00.001Z', { level: 'critical' }, acks);
    expect(await risk('Critical messages')).toMatchObject({ state: 'warning', words: '“Radio is down” was not acknowledged by 1 of 1. See who under Broadcasts.' });
    expect(await risk('Critical messages', new Date('2026-11-20T13:30:00.001Z'))).toMatchObject({ state: 'failed' });
  });

  it('tells of events that have not left for a minute', async () => {
    const add = (eventId: string, createdAt: string, sentAt: Date | null) => db().outboxEvent.create({ data: { eventId, type: 'x', audience: [], json: '{}', createdAt: new Date(createdAt), sentAt } });
    await add('sent', '2026-11-20T13:00:00Z', NOW);
    await add('fresh', '2026-11-20T13:29:00.001Z', null);
    expect(await risk('Unsent events')).toMatchObject({ state: 'ok' });
    await add('stuck', '2026-11-20T13:29:00Z', null);
    expect(await risk('Unsent events')).toMatchObject({ state: 'failed', words: expect.stringMatching(/^1 event not sent, the oldest from 14:29/) });
  });
});
