import { beforeEach, describe, expect, it } from 'vitest';
import type { StatusCode } from '@/lib/server/db/client';
import { contextOf, fillUnits, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const services = async () => ({
  ...(await import('./codes')),
  ...(await import('./set-status')),
  ...(await import('./assign')),
  ...(await import('./clear')),
  ...(await import('./list')),
  ...(await import('../incidents/create')),
});

describe('the list of status codes', () => {
  let unitId: (callSign: string) => string;
  /** The list that every board begins with. */
  let starter: StatusCode[] | undefined;
  beforeEach(async () => {
    const { db } = await import('@/lib/server/db/client');
    starter ??= await db().statusCode.findMany();
    await db().statusCode.deleteMany();
    await db().statusCode.createMany({ data: starter });
    await db().setting.deleteMany();
    unitId = await fillUnits();
  });
  const admin = () => contextOf('admin');
  const list = async () => (await services()).listCodes(await admin());
  const codesNow = async () => (await list()).codes.filter(({ code, removed }) => code !== 'A' && !removed).map(({ code }) => code);
  const one = async (name: string) => {
    const found = (await list()).codes.find(({ code }) => code === name);
    if (!found) throw new Error(`There is no code ${name}.`);
    return found;
  };
  const remove = async (code: string) => (await services()).removeCode(await admin(), code, String((await one(code)).version));
  const status = async (callSign: string, code: string) => (await services()).setUnitStatus(await contextOf('dispatcher1'), unitId(callSign), { code });

  it('takes a code of the agency’s own, which units then report in any case', async () => {
    const { addCode } = await services();
    const { codes, codesVersion } = await addCode(await admin(), { code: ' 10-8b ', text: 'In service', state: 'available_mobile', colour: '#0a0' });
    expect(codesVersion).toBe(1);
    expect(codes.find(({ code }) => code === '10-8b')).toMatchObject({ text: 'In service', colour: '#00aa00', version: 1 });
    expect((await codesNow()).at(-1)).toBe('10-8b');
    expect((await status('H11', '10-8B')).unit).toMatchObject({ code: '10-8b', state: 'available_mobile' });
    const { audit } = await recordsOf('10-8b');
    expect(audit.map(({ action }) => action)).toEqual(['unit.code.add']);
    const { db } = await import('@/lib/server/db/client');
    const event = await db().outboxEvent.findFirst({ where: { type: 'unit.codes.changed' }, orderBy: { id: 'desc' } });
    expect(event?.json).toContain('10-8b');
  });

  it('refuses what cannot be a code, what is there, and who may not', async () => {
    const { addCode } = await services();
    const add = async (code: string) => addCode(await admin(), { code, text: 'x', state: 'en_route' });
    await expect(add('a')).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'code' }] } });
    await expect(add('5')).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ message: 'There is a code 5 already.' }] } });
    await expect(addCode(await admin(), { code: 'x', text: 'x', state: 'alerted' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(addCode(await contextOf('supervisor'), { code: 'x', text: 'x', state: 'en_route' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect((await services()).patchCode(await admin(), 'A', { version: 1, state: 'en_route' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lets a code go, and leaves it to the units that stand under it until their next status', async () => {
    await status('H11', '8');
    const before = await one('8');
    await remove('8');
    expect(await codesNow()).not.toContain('8');
    expect(await one('8')).toMatchObject({ removed: true, text: before.text });
    await expect(status('H12', '8')).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'code' }] } });
    await status('H11', '5');
    expect((await list()).codes.some(({ code }) => code === '8')).toBe(false);

    await (await services()).addCode(await admin(), { code: '8', text: 'Again', state: 'standby' });
    expect(await one('8')).toMatchObject({ removed: false, text: 'Again', warnSeconds: null });
  });

  it('does not let go of what changed meanwhile, of the last one, or of what Watchroom sets', async () => {
    const { removeCode, putCodes } = await services();
    await expect(removeCode(await admin(), '8', '77')).rejects.toMatchObject({ code: 'stale_version', extras: { fields: { current: { code: '8' } } } });
    await expect(removeCode(await admin(), '8', null)).rejects.toMatchObject({ code: 'invalid' });
    await expect(remove('A')).rejects.toMatchObject({ code: 'not_allowed_now' });
    await putCodes(await admin(), { version: 0, mode: 'replace', codes: [{ code: 'x', text: 'x', state: 'en_route' }] });
    await expect(remove('x')).rejects.toMatchObject({ code: 'not_allowed_now' });
  });

  it('stands in the order it is given, by whoever saw the newest', async () => {
    const { orderCodes } = await services();
    const order = (await codesNow()).toReversed();
    expect((await orderCodes(await admin(), { version: 0, order })).codesVersion).toBe(1);
    expect(await codesNow()).toEqual(order);
    await expect(orderCodes(await admin(), { version: 0, order })).rejects.toMatchObject({ code: 'stale_version', extras: { fields: { current: { codesVersion: 1 } } } });
    await expect(orderCodes(await admin(), { version: 1, order: order.slice(1) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(orderCodes(await admin(), { version: 1, order: [...order.slice(1), 'A'] })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is replaced as a whole or not at all; units keep what they stand under', async () => {
    const { putCodes } = await services();
    const codes = [
      { code: '10-8', text: 'In service', state: 'available_station' },
      { code: '10-76', text: 'En route', state: 'en_route', warnSeconds: 600 },
      { code: '5', text: 'Free', state: 'standby' },
    ];
    await expect(putCodes(await admin(), { version: 0, mode: 'replace', codes: [...codes, { code: '10-8', text: 'x', state: 'standby' }] })).rejects.toMatchObject({
      code: 'invalid',
      extras: { details: [{ path: 'codes.3.code', message: '10-8 stands in it twice.' }] },
    });
    expect(await codesNow()).toHaveLength(10);
    await status('H12', '5');
    await putCodes(await admin(), { version: 0, mode: 'replace', codes });
    expect(await codesNow()).toEqual(['10-8', '10-76', '5']);
    const { items } = await (await services()).listUnits(await admin());
    expect(items.find(({ callSign }) => callSign === 'H11')).toMatchObject({ code: '6', state: 'available_station' });
    expect(items.find(({ callSign }) => callSign === 'H12')).toMatchObject({ code: '5', state: 'standby' });
    expect(await one('6')).toMatchObject({ removed: true, text: 'Ledig på stasjon' });
    await expect(putCodes(await admin(), { version: 0, mode: 'merge', codes })).rejects.toMatchObject({ code: 'stale_version' });
  });

  it('without a code for “available, mobile” lets a cleared unit be what there is a code for', async () => {
    const { putCodes, createIncident, assignUnit, clearUnit } = await services();
    await putCodes(await admin(), { version: 0, mode: 'replace', codes: [{ code: 'Q', text: 'In quarters', state: 'available_station' }, { code: 'E', text: 'En route', state: 'en_route' }] });
    const { incident } = await createIncident(await contextOf('dispatcher1'), { title: 'For units', type: 'fire', priority: 'P1' });
    await assignUnit(await contextOf('dispatcher1'), unitId('H11'), { incidentId: incident.id });
    expect((await clearUnit(await contextOf('dispatcher1'), unitId('H11'))).unit).toMatchObject({ code: 'Q', state: 'available_station' });
  });

  it('changed by many at once has every change, each with its number', async () => {
    const { addCode } = await services();
    const added = await Promise.all(['a1', 'a2', 'a3', 'a4'].map(async (code) => addCode(await admin(), { code, text: code, state: 'standby' })));
    expect(added.map(({ codesVersion }) => codesVersion).toSorted()).toEqual([1, 2, 3, 4]);
    expect(new Set((await list()).codes.map(({ position }) => position)).size).toBeGreaterThan(12);
    const twice = await Promise.allSettled([1, 2].map(async () => addCode(await admin(), { code: 'b', text: 'b', state: 'standby' })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
