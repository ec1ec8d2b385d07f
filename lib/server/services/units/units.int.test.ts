import { beforeEach, describe, expect, it } from 'vitest';
import { unitAlarm } from '@/lib/protocol/unit-alarm';
import { contextOf, fillUnits, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const services = async () => ({
  ...(await import('./set-status')),
  ...(await import('./assign')),
  ...(await import('./clear')),
  ...(await import('./watch-limits')),
  ...(await import('./codes')),
  ...(await import('./put-policy')),
  ...(await import('./list')),
  ...(await import('../incidents/create')),
  ...(await import('../incidents/read')),
  ...(await import('../incidents/transition')),
  ...(await import('../rooms/list')),
});

describe('a unit (U1-U3)', () => {
  let unitId: (callSign: string) => string;
  beforeEach(async () => {
    unitId = await fillUnits();
    const { db } = await import('@/lib/server/db/client');
    await db().setting.deleteMany();
  });
  const ctx = () => contextOf('dispatcher1');
  const incident = async () => (await (await services()).createIncident(await ctx(), { title: 'For units', type: 'fire', priority: 'P1' })).incident;
  const status = async (callSign: string, input: object) => (await services()).setUnitStatus(await ctx(), unitId(callSign), input);
  const assign = async (callSign: string, incidentId: string) => (await services()).assignUnit(await ctx(), unitId(callSign), { incidentId });
  const read = async (id: string) => (await (await services()).readIncident(await ctx(), id)).incident;

  it('takes a status with its history, audit entry and event, and stamps the same one anew', async () => {
    const first = await status('H11', { code: '1' });
    expect(first).toMatchObject({ unit: { code: '1', state: 'en_route' }, delivery: 'relayed' });
    const again = await status('H11', { code: '1' });
    expect(again.unit.statusSince > first.unit.statusSince).toBe(true);
    const { db } = await import('@/lib/server/db/client');
    expect(await db().unitStatusHistory.count({ where: { unitId: unitId('H11') } })).toBe(2);
    const { audit, events } = await recordsOf(unitId('H11'));
    expect(audit.slice(-2).map(({ action }) => action)).toEqual(['unit.status', 'unit.status']);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['unit.status.changed', 'unit.status.changed']);
  });

  it('is refused what it cannot be given, in words', async () => {
    await expect(status('H11', { code: '77' })).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('77') });
    await expect(status('H11', { code: '7' })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'note' }] } });
    await expect(status('H11', { code: '0' })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'minutes' }] } });
    await expect(status('H11', { code: '0', minutes: -5 })).rejects.toMatchObject({ code: 'invalid' });
    const later = await status('H11', { code: '0', minutes: 20 });
    expect(Date.parse(later.unit.availableAt ?? '') - Date.parse(later.unit.statusSince)).toBe(20 * 60_000);
  });

  it('that changes unusually is warned of, refused or let pass, as the policy says; a broken policy warns', async () => {
    const { putPolicy } = await services();
    const admin = await contextOf('admin');
    expect((await status('H11', { code: '2' })).warning).toMatch(/unusual/);
    await putPolicy(admin, { policy: 'enforce' });
    await expect(status('H12', { code: '2' })).rejects.toMatchObject({ code: 'not_allowed_now', extras: { details: { from: 'available_station' } } });
    await status('H12', { code: '1' });
    await putPolicy(admin, { policy: 'off' });
    expect((await status('H21', { code: '2' })).warning).toBeUndefined();
    const { db } = await import('@/lib/server/db/client');
    await db().setting.update({ where: { key: 'units.policy' }, data: { value: { broken: true } } });
    expect((await status('H31', { code: '2' })).warning).toMatch(/unusual/);
    await expect(putPolicy(await ctx(), { policy: 'off' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('that is sent first makes a new incident active, and what it does stands in the log', async () => {
    const { id } = await incident();
    expect((await assign('L11', id)).unit).toMatchObject({ state: 'alerted', incidentId: id });
    expect((await read(id)).status).toBe('active');
    await assign('L11', id);
    await status('L11', { code: '1' });
    const { items } = await (await services()).listEntries(await ctx(), id);
    expect(items.map(({ kind, text }) => `${kind}: ${text}`).slice(1)).toEqual([
      'status: Accepted: new → active',
      'assignment: L11 assigned',
      'unit_status: L11: 1 Rykker ut',
    ]);
  });

  it('is not sent twice, nor out of service, nor to what has ended', async () => {
    const [one, two] = [await incident(), await incident()];
    await assign('L11', one.id);
    await expect(assign('L11', two.id)).rejects.toMatchObject({ code: 'not_allowed_now', message: expect.stringContaining('another incident') });
    await status('L12', { code: '7', note: 'Gearbox' });
    await expect(assign('L12', one.id)).rejects.toMatchObject({ code: 'not_allowed_now', message: expect.stringContaining('Gearbox') });
    const cancelled = (await (await services()).transitionIncident(await ctx(), two.id, { action: 'cancel', reason: 'duplicate', version: two.version })).incident;
    await expect(assign('L13', cancelled.id)).rejects.toMatchObject({ code: 'not_allowed_now' });
  });

  it('is listed when its incident is completed, and released when that is wished (U3)', async () => {
    const { transitionIncident } = await services();
    const one = await incident();
    await assign('L11', one.id);
    await assign('L12', one.id);
    await status('L12', { code: '1' });
    const active = await read(one.id);
    const kept = await transitionIncident(await ctx(), one.id, { action: 'complete', disposition: 'resolved', version: active.version });
    expect(kept.assigned.map(({ callSign }) => callSign)).toEqual(['L11', 'L12']);
    const closed = await transitionIncident(await ctx(), one.id, { action: 'close', version: kept.incident.version, releaseUnits: true });
    expect(closed.assigned).toEqual([]);
    const { items } = await (await services()).listUnits(await ctx());
    expect(items.filter(({ callSign }) => ['L11', 'L12'].includes(callSign))).toMatchObject([
      { state: 'available_mobile', incidentId: null },
      { state: 'available_mobile', incidentId: null },
    ]);
  });

  it('goes along when its incident is merged', async () => {
    const [one, two] = [await incident(), await incident()];
    await assign('L11', one.id);
    const { version } = await read(one.id);
    await (await services()).transitionIncident(await ctx(), one.id, { action: 'merge', targetId: two.id, version });
    expect((await (await services()).listUnits(await ctx())).items.find(({ callSign }) => callSign === 'L11')).toMatchObject({ incidentId: two.id });
  });

  it('long in a status is acknowledged and muted for all; a new status and a higher level open it again (U2)', async () => {
    const { ackUnit, muteUnit } = await services();
    const { readUnits } = await import('./list');
    const { db } = await import('@/lib/server/db/client');
    const { unit } = await status('H11', { code: '1' });
    await expect(ackUnit(await ctx(), unit.id, {})).rejects.toMatchObject({ code: 'not_allowed_now' });
    const since = async (minutes: number) => db().unit.update({ where: { id: unit.id }, data: { statusSince: new Date(Date.now() - minutes * 60_000) } });
    const alarm = async () => {
      const { items, codes } = await readUnits();
      const now = items.find(({ id }) => id === unit.id);
      if (!now) throw new Error('The unit is gone.');
      return unitAlarm(now, codes.find(({ code }) => code === now.code), Date.now());
    };
    await since(25);
    expect(await alarm()).toMatchObject({ level: 'warn', open: true });
    await ackUnit(await ctx(), unit.id, { note: 'They are in the tunnel' });
    expect(await alarm()).toMatchObject({ level: 'warn', open: false });
    await since(45);
    expect(await alarm()).toMatchObject({ level: 'alert', open: true });
    await muteUnit(await ctx(), unit.id, { minutes: 15 });
    expect(await alarm()).toMatchObject({ level: 'alert', open: false, muted: true });
    await muteUnit(await ctx(), unit.id, { minutes: 0 });
    expect((await ackUnit(await ctx(), unit.id, {})).unit.ack).toMatchObject({ level: 'alert', by: { id: 'test-dispatcher1' } });
    expect((await status('H11', { code: '2' })).unit.ack).toBeNull();
  });

  it('is moved by many at once without a deadlock, and ends in one state', async () => {
    const incidents = await Promise.all([1, 2, 3].map(incident));
    const work = Array.from({ length: 30 }, (_, index) => {
      const target = incidents[index % 3]?.id ?? '';
      const acts = [() => assign('L11', target), async () => (await services()).clearUnit(await ctx(), unitId('L11')), () => status('L11', { code: '1' })];
      return acts[index % 3]?.().catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'not_allowed_now' });
      });
    });
    await Promise.all(work);
    const { db } = await import('@/lib/server/db/client');
    const row = await db().unit.findUniqueOrThrow({ where: { id: unitId('L11') } });
    expect(Boolean(row.incidentId)).toBe(Boolean(row.assignedAt));
  });

  it('has codes that an admin edits, with a version, and units follow what a code means', async () => {
    const { patchCode, listUnits } = await services();
    const admin = await contextOf('admin');
    await status('B11', { code: '8' });
    const code = (await listUnits(admin)).codes.find((one) => one.code === '8');
    const { codes } = await patchCode(admin, '8', { version: code?.version, text: 'Beredskap ute', state: 'standby_station' });
    expect(codes.find((one) => one.code === '8')).toMatchObject({ text: 'Beredskap ute', version: (code?.version ?? 0) + 1 });
    expect((await listUnits(admin)).items.find(({ callSign }) => callSign === 'B11')?.state).toBe('standby_station');
    await expect(patchCode(admin, '8', { version: code?.version, text: 'Again' })).rejects.toMatchObject({ code: 'stale_version' });
    await expect(patchCode(await contextOf('supervisor'), '8', { version: 9, text: 'No' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(patchCode(admin, '1', { version: 1, warnSeconds: 100, alertSeconds: 50 })).rejects.toMatchObject({ code: 'invalid' });
  });
});
