import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';
import type { Infrastructure } from '@/lib/protocol/infrastructure';
import type { Collector } from './collector';
import { hang, redirectTo, startPageServer, text, type Page, type PageServer } from './probes/testing/page-server';

const parts = useParts();

// Well above what a machine with other work to do needs for a quick answer.
const SLOW_MS = 900;
const slow: Page = (_request, response) => void setTimeout(() => response.end('late'), SLOW_MS);
const huge: Page = (_request, response) => {
  const more = () => {
    while (response.write(Buffer.alloc(65_536, 'x')));
  };
  response.on('drain', more);
  more();
};

describe('services that slow, fail and recover, against real servers (N3, N4)', () => {
  let collector: Collector;
  let web: PageServer;
  let door: Server;
  let doorPort = 0;
  let slot = Math.ceil(Date.now() / 2_000) * 2_000;
  let last: Infrastructure | undefined;
  const ids = new Map<string, string>();

  /** Rounds at the times that they are due, without waiting for these; gives what is shown of a service after each. */
  async function rounds(name: string, count: number): Promise<string[]> {
    const shown: string[] = [];
    for (let i = 0; i < count; i += 1) {
      slot += 2_000;
      await collector.round(slot);
      await collector.settle();
      shown.push(service(name)?.state ?? 'none');
    }
    return shown;
  }

  function service(name: string) {
    return last?.services.find(({ key }) => key === name);
  }

  beforeAll(async () => {
    web = await startPageServer(text('all is well'));
    door = createServer((socket) => socket.end());
    door.listen(0, '127.0.0.1');
    await once(door, 'listening');
    doorPort = (door.address() as { port: number }).port;
    const admin = await contextOf('admin');
    const { createMonitor } = await import('@/lib/server/services/monitors/change');
    const { db } = await import('@/lib/server/db/client');
    const times = { intervalMs: 2_000, timeoutMs: 1_500 };
    for (const [name, monitor] of Object.entries({
      page: { config: { kind: 'http', url: `${web.origin}/`, keyword: 'well' }, warnLatencyMs: 700, ...times },
      door: { config: { kind: 'tcp', host: '127.0.0.1', port: doorPort }, ...times },
      metadata: { config: { kind: 'http', url: 'http://169.254.169.254/latest' }, ...times },
      beat: { config: { kind: 'push' }, ...times },
    })) ids.set(name, (await createMonitor(admin, { name, ...monitor })).id);
    // Watchroom itself does not run here.
    await db().monitor.updateMany({ where: { key: { in: ['web', 'sign-in', 'stream'] } }, data: { pausedAt: new Date() } });
    const { createCollector } = await import('./collector');
    const { createLooks } = await import('./looks');
    const { readRoster } = await import('./roster');
    const { keep, nextFence, readStates } = await import('./persist');
    const { readUptimes } = await import('./rollups');
    const { announceChange, sendChange } = await import('./announce');
    const { ownParts } = await import('./own-parts');
    const { publishInfrastructure } = await import('./publish');
    collector = createCollector({
      looks: createLooks('http://127.0.0.1:1', ownParts(() => Promise.resolve(null))), readRoster, readStates, readUptimes, nextFence, keep, sendChange, announce: announceChange,
      publish: (payload, at, changed) => {
        last = payload;
        return publishInfrastructure(payload, at, changed);
      },
      onSent: () => undefined, onSuperseded: () => undefined, onTrouble: () => undefined, waitForLooksMs: 10_000,
    });
  });
  afterAll(async () => {
    await web?.close();
    door?.close();
  });

  it('a page: up after two, warn after three that are slow, up again after two', async () => {
    expect(await rounds('page', 2)).toEqual(['unknown', 'up']);
    web.page = slow;
    expect(await rounds('page', 2)).toEqual(['up', 'up']);
    expect(service('page')).toMatchObject({ pending: { outcome: 'fail', count: 2, needed: 3 } });
    web.page = text('all is well');
    expect(await rounds('page', 1)).toEqual(['up']);
    expect(service('page')?.pending).toBeNull();
    web.page = (request, response) => void setTimeout(() => text('all is well')(request, response), SLOW_MS);
    expect(await rounds('page', 3)).toEqual(['up', 'up', 'warn']);
    expect(service('page')?.message).toMatch(/^Slow: /);
    web.page = text('all is well');
    expect(await rounds('page', 2)).toEqual(['warn', 'up']);
  });

  it('a page: down after three failures of whatever kind, up after two that are well', async () => {
    for (const [page, words] of [[text('broken', 500), /500/], [text('nothing here'), /./], [hang, /No answer within 1.5 s/], [redirectTo('/again'), /redirect/i], [huge, /./]] as const) {
      web.page = page;
      expect(await rounds('page', 3)).toEqual(['up', 'up', 'down']);
      expect(service('page')?.message).toMatch(words);
      web.page = text('all is well');
      expect(await rounds('page', 2)).toEqual(['down', 'up']);
    }
    const { readOutages } = await import('@/lib/server/services/infrastructure/outages');
    const { items } = await readOutages(ids.get('page') ?? '');
    expect(items.map(({ severity, until }) => [severity, until !== null])).toEqual([...Array<unknown>(5).fill(['down', true]), ['warn', true]]);
    expect(items[4]?.message).toMatch(/500/);
    expect(items[2]?.message).toMatch(/No answer within 1.5 s/);
  });

  it('a port: down when it closes, up when it is open again', async () => {
    expect(await rounds('door', 2)).toContain('up');
    door.close();
    await once(door, 'close');
    expect(await rounds('door', 3)).toEqual(['up', 'up', 'down']);
    door = createServer((socket) => socket.end()).listen(doorPort, '127.0.0.1');
    await once(door, 'listening');
    expect(await rounds('door', 2)).toEqual(['down', 'up']);
  });

  it('the address of a cloud’s metadata is never asked, and the monitor says why', async () => {
    await rounds('metadata', 3);
    expect(service('metadata')).toMatchObject({ state: 'down', message: expect.stringContaining('169.254.169.254') as string });
  });

  it('heartbeats: nothing is missed before the first; each of its words counts at once, and so does one that is missing', async () => {
    expect(service('beat')?.state).toBe('unknown');
    const { takeHeartbeat } = await import('@/lib/server/services/monitors/push');
    const { db } = await import('@/lib/server/db/client');
    const id = ids.get('beat') ?? '';
    const { pushToken } = await db().monitor.findUniqueOrThrow({ where: { id } });
    const beat = async (query: string, at: number) => {
      await takeHeartbeat(pushToken ?? '', { signal: null, query: new URLSearchParams(query), body: '', contentType: '' });
      await db().monitor.update({ where: { id }, data: { pushAt: new Date(at) } });
    };
    await beat('status=up&msg=OK&ping=7', slot + 2_000);
    expect(await rounds('beat', 1)).toEqual(['up']);
    expect(service('beat')).toMatchObject({ latency_ms: 7, pending: null });
    await beat('status=down&msg=Disk+full', slot + 2_000);
    expect(await rounds('beat', 1)).toEqual(['down']);
    expect(service('beat')?.message).toBe('Disk full');
    await beat('', slot + 2_000);
    expect(await rounds('beat', 1)).toEqual(['up']);
    await beat('status=warn&msg=Slow', slot + 2_000);
    expect(await rounds('beat', 1)).toEqual(['warn']);
    // An interval of 2 s and the least grace of 10 s have passed, or not.
    await beat('', slot + 2_000 - 11_000);
    expect(await rounds('beat', 1)).toEqual(['up']);
    await beat('', slot + 2_000 - 12_500);
    expect(await rounds('beat', 1)).toEqual(['down']);
    expect(service('beat')?.message).toMatch(/^No heartbeat for \d+ s\.$/);
  });

  it('heartbeats a month apart are looked at often: a failure that is told shows in the very next round', async () => {
    const { createMonitor } = await import('@/lib/server/services/monitors/change');
    const { takeHeartbeat } = await import('@/lib/server/services/monitors/push');
    const monthly = await createMonitor(await contextOf('admin'), { name: 'monthly', config: { kind: 'push' }, intervalMs: 31 * 86_400_000 });
    const tell = (query: string) => takeHeartbeat(monthly.pushPath?.split('/').at(-1) ?? '', { signal: null, query: new URLSearchParams(query), body: '', contentType: '' });
    await rounds('monthly', 1);
    await tell('');
    expect(await rounds('monthly', 1)).toEqual(['up']);
    await tell('status=fail');
    expect(await rounds('monthly', 1)).toEqual(['down']);
    expect(service('monthly')).toMatchObject({ interval_ms: 30_000, target: 'heartbeats every 31 days' });
  });

  it('the database: killed it goes down on the screens at once, and what was seen meanwhile is kept when it is back', async () => {
    const { db } = await import('@/lib/server/db/client');
    await rounds('database', 2);
    await parts().postgres.stop();
    const from = slot;
    expect(await rounds('database', 3)).toEqual(['up', 'up', 'down']);
    expect(service('database')?.message).toBe('The database does not answer.');
    const backAt = Date.now();
    await parts().postgres.start();
    expect(await rounds('database', 2)).toEqual(['down', 'up']);
    await rounds('database', 1);
    const { readOutages } = await import('@/lib/server/services/infrastructure/outages');
    const [outage] = (await readOutages('builtin-database')).items;
    expect(outage).toMatchObject({ severity: 'down', message: 'The database does not answer.', until: expect.any(String) as string });
    expect(Date.parse(outage?.from ?? '')).toBeLessThan(backAt);
    const kept = await db().monitorSample.findMany({ where: { monitorId: 'builtin-database', slot: { gt: new Date(from) } }, orderBy: { slot: 'asc' } });
    expect(kept.map(({ state }) => state)).toEqual(['up', 'up', 'down', 'down', 'up', 'up']);
  });

  it('Redis: killed it goes down for whoever asks, and the screens get the whole when it is back', async () => {
    const { lastPublished } = await import('./publish');
    await rounds('redis', 2);
    await parts().redis.stop();
    expect(await rounds('redis', 3)).toEqual(['up', 'up', 'down']);
    expect((await lastPublished())?.services.find(({ key }) => key === 'redis')?.state).toBe('down');
    await parts().redis.start();
    expect(await rounds('redis', 2)).toEqual(['down', 'up']);
    expect((await lastPublished())?.services.find(({ key }) => key === 'redis')?.state).toBe('up');
  });
});
