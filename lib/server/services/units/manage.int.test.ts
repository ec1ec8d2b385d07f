import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const L11 = { callSign: 'L11', name: 'Lillehammer pumper', kind: 'pumper', station: 'Lillehammer', position: { lat: 61.1, lng: 10.4 } };

async function modules() {
  const { createUnit } = await import('./create');
  const { patchUnit, retireUnit } = await import('./manage');
  const { listUnits } = await import('./list');
  const { setUnitStatus } = await import('./set-status');
  const { assignUnit } = await import('./assign');
  const { createIncident } = await import('../incidents/create');
  const { db } = await import('@/lib/server/db/client');
  return { createUnit, patchUnit, retireUnit, listUnits, setUnitStatus, assignUnit, createIncident, db };
}
let world: Awaited<ReturnType<typeof modules>>;
const admin = () => contextOf('admin');
const callSigns = async () => (await world.listUnits(await admin())).items.map(({ callSign }) => callSign);

beforeAll(async () => {
  world = await modules();
});

describe('units that admins enter (U1, A7)', () => {
  it('stand on the board at their station, with an event for other screens, an audit entry and a past', async () => {
    const { unit } = await world.createUnit(await admin(), L11);
    expect(unit).toMatchObject({ ...L11, code: '6', state: 'available_station', version: 1, incidentId: null });
    expect(await callSigns()).toEqual(['L11']);
    const { audit, events } = await recordsOf(unit.id);
    expect(audit.map(({ action, summary }) => [action, summary])).toEqual([['unit.create', 'L11 entered on the board']]);
    expect(events.map(({ type }) => type)).toEqual(['unit.created']);
    expect(await world.db().unitStatusHistory.count({ where: { unitId: unit.id } })).toBe(1);
    await world.setUnitStatus(await contextOf('dispatcher1'), unit.id, { code: '5' });
  });

  it('come from admins alone, with a call sign that nobody else has and that can be typed as one word', async () => {
    for (const who of ['observer', 'dispatcher1', 'supervisor']) await expect(world.createUnit(await contextOf(who), { ...L11, callSign: 'X1' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(world.createUnit(await admin(), { ...L11, callSign: 'l11' })).rejects.toMatchObject({ code: 'conflict', extras: { details: [{ path: 'callSign' }] } });
    for (const callSign of ['', 'L 12', '>L12', 'a'.repeat(13)]) await expect(world.createUnit(await admin(), { ...L11, callSign })).rejects.toMatchObject({ code: 'invalid' });
    const both = await Promise.allSettled([1, 2].map(async () => world.createUnit(await admin(), { ...L11, callSign: 'L12' })));
    expect(both.map((one) => (one.status === 'fulfilled' ? 'made' : (one.reason as { code: string }).code)).sort()).toEqual(['conflict', 'made']);
    expect(await callSigns()).toEqual(['L11', 'L12']);
  });

  it('are renamed and moved without a change of what they do', async () => {
    const { items } = await world.listUnits(await admin());
    const [before] = items;
    if (!before) throw new Error('There is no unit.');
    const { unit } = await world.patchUnit(await admin(), before.id, { callSign: 'L01', station: 'Øyer', position: null });
    expect(unit).toMatchObject({ callSign: 'L01', station: 'Øyer', name: L11.name, position: null, code: '5', statusSince: before.statusSince });
    expect((await recordsOf(unit.id)).events.at(-1)?.type).toBe('unit.updated');
    await expect(world.patchUnit(await admin(), unit.id, { callSign: 'L12' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(world.patchUnit(await admin(), unit.id, {})).rejects.toMatchObject({ code: 'invalid' });
    await expect(world.patchUnit(await contextOf('supervisor'), unit.id, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(world.patchUnit(await admin(), 'nothing', { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await world.patchUnit(await admin(), unit.id, { callSign: 'L11' });
  });

  it('are retired once they are free, and can then be sent nowhere', async () => {
    const [unit] = (await world.listUnits(await admin())).items;
    if (!unit) throw new Error('There is no unit.');
    const { incident } = await world.createIncident(await contextOf('dispatcher1'), { title: 'Fire', type: 'fire', priority: 'P1' });
    await world.assignUnit(await contextOf('dispatcher1'), unit.id, { incidentId: incident.id });
    await expect(world.retireUnit(await admin(), unit.id)).rejects.toMatchObject({ code: 'not_allowed_now' });
    const { clearUnit } = await import('./clear');
    await clearUnit(await contextOf('dispatcher1'), unit.id);
    await expect(world.retireUnit(await contextOf('supervisor'), unit.id)).rejects.toMatchObject({ code: 'forbidden' });
    await world.retireUnit(await admin(), unit.id);
    expect(await callSigns()).toEqual(['L12']);
    expect((await recordsOf(unit.id)).events.at(-1)?.type).toBe('unit.retired');
    await expect(world.assignUnit(await contextOf('dispatcher1'), unit.id, { incidentId: incident.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(world.setUnitStatus(await contextOf('dispatcher1'), unit.id, { code: '5' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(world.retireUnit(await admin(), unit.id)).rejects.toMatchObject({ code: 'not_found' });
    const [other] = (await world.listUnits(await admin())).items;
    await expect(world.patchUnit(await admin(), other?.id ?? '', { callSign: 'L11' })).rejects.toMatchObject({ code: 'conflict', message: expect.stringMatching(/retired/) });
  });

  it('come back with their past when their call sign is entered again', async () => {
    const retired = await world.db().unit.findFirstOrThrow({ where: { callSign: 'L11' } });
    const { unit } = await world.createUnit(await admin(), { ...L11, callSign: 'l11', name: 'The new pumper' });
    expect(unit).toMatchObject({ id: retired.id, callSign: 'l11', name: 'The new pumper', code: '6' });
    expect(await world.db().unitStatusHistory.count({ where: { unitId: unit.id } })).toBeGreaterThan(3);
    expect(await callSigns()).toEqual(['L12', 'l11']);
    expect((await recordsOf(unit.id)).audit.at(-1)?.summary).toBe('l11 is back on the board');
  });

  it('cannot begin without a status code', async () => {
    await world.db().statusCode.deleteMany();
    await expect(world.createUnit(await admin(), { ...L11, callSign: 'X9' })).rejects.toMatchObject({ code: 'not_allowed_now', message: expect.stringMatching(/status codes/) });
  });
});
