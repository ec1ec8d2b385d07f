import { beforeAll, describe, expect, it } from 'vitest';
import { parseWireEvent, type WireEvent } from '@/lib/protocol/events';
import { eventually } from '@/testing/eventually';
import { contextOf, fillUnits } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

describe('what happened last on the board', () => {
  useParts();
  const read = async (name: string) => {
    const { readActivity } = await import('./activity');
    return (await readActivity(await contextOf(name))).events.flatMap((event) => parseWireEvent(event) ?? []);
  };
  const types = (events: readonly WireEvent[]) => events.map(({ type }) => type);
  const create = async (title: string) => {
    const { createIncident } = await import('../incidents/create');
    return createIncident(await contextOf('dispatcher1'), { title, type: 'fire', priority: 'P2', reporter: 'Caller Concealed' });
  };
  beforeAll(async () => void (await fillUnits()));

  it('is told newest first, and without what is no news', async () => {
    const { setUnitStatus } = await import('../units/set-status');
    const { sendFlash } = await import('../flash/send');
    await create('Smoke');
    await sendFlash(await contextOf('supervisor'), { level: 'info', title: 'For all' });
    await setUnitStatus(await contextOf('dispatcher1'), 'unit-H11', { code: '5' });
    await eventually('both', async () => types(await read('dispatcher1')).length === 2);
    expect(types(await read('dispatcher1'))).toEqual(['unit.status.changed', 'incident.created']);
  });

  it('is told to each as on the stream: contacts to none who may not read them', async () => {
    expect(JSON.stringify(await read('dispatcher1'))).toContain('Caller Concealed');
    const observed = await read('observer');
    expect(types(observed)).toContain('incident.created');
    expect(JSON.stringify(observed)).not.toContain('Caller Concealed');
  });

  it('is the last twenty, whatever else was said since', async () => {
    for (let n = 0; n < 25; n += 1) await create(`Fire ${n}`);
    const { emit } = await import('@/lib/server/outbox/emit');
    const { db } = await import('@/lib/server/db/client');
    const probe = (n: number) => ({ id: `${n}`, label: 'probe', sentAt: new Date().toISOString(), sentBy: 'test' });
    await db().$transaction(async (tx) => {
      for (let n = 0; n < 100; n += 1) await emit(tx, 'test.broadcast', probe(n), [{ permission: 'board.read' }]);
    });
    const events = await eventually('the last of them', async () => {
      const all = await read('dispatcher1');
      return JSON.stringify(all[0]).includes('Fire 24') && all;
    });
    expect(events).toHaveLength(20);
  });
});
