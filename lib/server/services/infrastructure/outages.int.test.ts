import { describe, expect, it } from 'vitest';
import { useParts } from '@/testing/use-parts';

useParts();

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const at = (minutes: number) => new Date(NOW + minutes * MINUTE);

const modules = async () => ({ ...(await import('./outages')), ...(await import('@/lib/server/db/client')) });

/** What the collector notes when it tells a change. `happened`: when it was, where it was told later. */
async function changed(targetId: string, minutes: number, from: string, to: string, message: string | null = null, happened?: number): Promise<void> {
  const { db } = await modules();
  const facts = { actorName: 'Watchroom', category: 'monitors', action: 'monitor.state', outcome: 'success', targetType: 'monitor', targetId, summary: 'A change' };
  await db().auditEntry.create({ data: { ...facts, at: at(minutes), before: { state: from }, after: { state: to, message, ...(happened === undefined ? {} : { at: at(happened).toISOString() }) } } });
}

describe('the outages of a service (A17)', () => {
  it('are none at first, and none of a service that does not exist', async () => {
    const ID = 'builtin-redis';
    const { readOutages } = await modules();
    expect(await readOutages(ID)).toEqual({ items: [] });
    await expect(readOutages('no-such-service')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('have their time, what was wrong and how bad it was, the newest first; one that lasts has no end', async () => {
    const ID = 'builtin-database';
    const { readOutages } = await modules();
    await changed(ID, 0, 'unknown', 'up');
    await changed(ID, 1, 'up', 'down', 'It answers 503.');
    await changed(ID, 4, 'down', 'up');
    await changed(ID, 10, 'up', 'warn', 'Slow: 900 ms.');
    await changed(ID, 12, 'warn', 'up');
    await changed(ID, 20, 'up', 'warn', 'Slow: 800 ms.');
    await changed(ID, 21, 'warn', 'down', 'No answer.');
    await changed(ID, 22, 'down', 'warn', 'Slow: 700 ms.');
    expect((await readOutages(ID)).items).toEqual([
      { from: at(20).toISOString(), until: null, severity: 'down', message: 'No answer.' },
      { from: at(10).toISOString(), until: at(12).toISOString(), severity: 'warn', message: 'Slow: 900 ms.' },
      { from: at(1).toISOString(), until: at(4).toISOString(), severity: 'down', message: 'It answers 503.' },
    ]);
    await changed(ID, 30, 'warn', 'up');
    expect((await readOutages(ID)).items[0]).toMatchObject({ from: at(20).toISOString(), until: at(30).toISOString() });
  });

  it('began when the service failed, not when the database was back to note it', async () => {
    const ID = 'builtin-web';
    const { readOutages } = await modules();
    await changed(ID, 9, 'up', 'down', 'The database does not answer.', 2);
    await changed(ID, 9, 'down', 'up', null, 8);
    expect((await readOutages(ID)).items).toEqual([{ from: at(2).toISOString(), until: at(8).toISOString(), severity: 'down', message: 'The database does not answer.' }]);
  });

  it('are the last twenty', async () => {
    const ID = 'builtin-names';
    const { readOutages } = await modules();
    for (let i = 0; i < 25; i += 1) {
      await changed(ID, 2 * i, 'up', 'down', `Number ${i}.`);
      await changed(ID, 2 * i + 1, 'down', 'up');
    }
    const { items } = await readOutages(ID);
    expect(items).toHaveLength(20);
    expect(items[0]?.message).toBe('Number 24.');
  });
});
