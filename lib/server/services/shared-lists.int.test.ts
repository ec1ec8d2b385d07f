import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

describe('an answer that many ask for at once (R21)', () => {
  useParts();
  const read = async () => (await import('@/lib/server/cache/counters')).dedupCounts().reads;
  const many = <T,>(ask: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)));
  beforeAll(async () => {
    const { sendFlash } = await import('./flash/send');
    await sendFlash(await contextOf('supervisor'), { level: 'info', title: 'For dispatchers', audience: ['dispatcher'] });
    await sendFlash(await contextOf('supervisor'), { level: 'info', title: 'For all' });
  });

  it('of the messages is read once for those who may read the same, and apart for others', async () => {
    const { listFlash } = await import('./flash/list');
    const names = ['supervisor', 'admin', 'dispatcher1', 'observer'];
    const people = await Promise.all(names.map((name) => contextOf(name)));
    const before = (await read()).misses;
    const answers = await many(async (n) => {
      const ctx = people[n % people.length];
      if (!ctx) throw new Error('There is nobody.');
      return { name: names[n % names.length], titles: (await listFlash(ctx)).items.map(({ title }) => title) };
    });
    expect((await read()).misses - before).toBe(3);
    for (const { name, titles } of answers) expect(titles).toEqual(name === 'observer' ? ['For all'] : ['For all', 'For dispatchers']);
  });

  it('of the messages is another once a message was sent', async () => {
    const { listFlash } = await import('./flash/list');
    const { sendFlash } = await import('./flash/send');
    const ctx = await contextOf('supervisor');
    await listFlash(ctx);
    await sendFlash(ctx, { level: 'info', title: 'Later' });
    expect((await listFlash(ctx)).items[0]?.title).toBe('Later');
  });

  it('of the history of all services is read once', async () => {
    const { readInfraHistory } = await import('./infrastructure/history');
    const before = (await read()).misses;
    const [first, ...others] = await many(readInfraHistory);
    expect((await read()).misses - before).toBe(1);
    expect(others.every((one) => one === first)).toBe(true);
    expect(first?.items.every(({ slices }) => slices.length === 48)).toBe(true);
  });
});
