import { describe, expect, it } from 'vitest';
import { contextOf, fillUnits } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

describe('the simulator of a demonstration (X3)', () => {
  it('makes calls come in and units roll while it is switched on, and only then', async () => {
    process.env.DEMO = '1';
    const { simulatorRound } = await import('./round');
    const { switchSimulator } = await import('@/lib/server/services/simulator/switch');
    const { db } = await import('@/lib/server/db/client');
    const { SIMULATOR_USER } = await import('@/prisma/seed-data');
    await fillUnits();
    await db().user.create({ data: { id: 'simulator', passwordHash: 'none', updatedAt: new Date(), disabledAt: new Date(), ...SIMULATOR_USER } });
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round += 1) await simulatorRound({ everyMs: 0 });
    };
    await rounds(30);
    expect(await db().incident.count()).toBe(0);
    await switchSimulator(await contextOf('supervisor'), { on: true });
    await rounds(60);
    const incidents = await db().incident.findMany();
    expect(incidents.length).toBeGreaterThan(0);
    expect(incidents.every(({ source }) => source === 'simulator')).toBe(true);
    await db().$executeRaw`UPDATE incidents SET created_at = created_at - interval '1 minute'`;
    await rounds(1);
    expect(await db().unit.count({ where: { incidentId: { not: null } } })).toBeGreaterThan(0);
    await expect(switchSimulator(await contextOf('dispatcher1'), { on: false })).rejects.toMatchObject({ code: 'forbidden' });
    await switchSimulator(await contextOf('admin'), { on: false });
    const before = await db().auditEntry.count();
    await rounds(5);
    expect(await db().auditEntry.count()).toBe(before);
  });
});
