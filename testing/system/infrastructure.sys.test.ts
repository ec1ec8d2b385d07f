import { beforeAll, describe, expect, it } from 'vitest';
import { infrastructureSchema, type Infrastructure } from '@/lib/protocol/infrastructure';
import { monitorAnswerSchema } from '@/lib/protocol/monitor';
import { hang, redirectTo, startPageServer, text, type Page, type PageServer } from '@/lib/server/monitoring/probes/testing/page-server';
import { person, type Person } from '../person';
import { useBoard } from '../use-board';
import { allUp, eventually, LOOKS, now, stateOf } from './infrastructure-world';

describe('services of a live board (N1, N3)', () => {
  const board = useBoard({ env: LOOKS });
  let admin: Person;
  beforeAll(async () => {
    admin = await person(board().app.url, 'admin');
    await allUp(admin);
  });

  it('are told whole when a state changes and as ticks in between, which move no cursor and are not replayed [RT22]', async () => {
    const stream = await admin.listen();
    const tick = await stream.waitForFrame('tick');
    expect(tick.data).toMatchObject({ topic: 'infra', tick: { services: expect.any(Array) as unknown } });
    const later = await stream.waitFor((block) => block.kind === 'frame' && block.type === 'tick' && block !== tick);
    expect(later).toBeDefined();
    const { cursor } = (await admin.get('/api/snapshot')).json() as { cursor: string };
    expect((await admin.poll(cursor)).events).toEqual([]);
  });

  it('are told to whoever may read them, and to nobody who asked for something else [RT22]', async () => {
    const observer = await person(board().app.url, 'observer');
    await (await observer.listen()).waitForFrame('tick');
    const other = await observer.stream({ topics: 'flash' });
    await other.waitFor((block) => block.kind === 'heartbeat');
    const heard = await (await observer.listen()).waitForFrame('tick');
    expect(heard).toBeDefined();
    expect(other.frames.some((block) => block.kind === 'frame' && block.type === 'tick')).toBe(false);
  });

  it('the database: killed, every screen hears that it is down; started again, that it is up', async () => {
    const stream = await admin.listen();
    await board().postgres.stop();
    const down = await stream.waitForEvent('server.status.changed', (event) => (event.data as { key: string; to: string }).key === 'database', 60_000);
    expect(down.data).toMatchObject({ from: 'up', to: 'down', name: 'Database' });
    expect(stateOf(await now(admin), 'database')).toBe('down');
    await board().postgres.start();
    await stream.waitForEvent('server.status.changed', (event) => (event.data as { key: string; to: string }).to === 'up' && (event.data as { key: string }).key === 'database', 60_000);
    await eventually('the change in the audit log', async () => (await board().sql(`SELECT 1 FROM audit_entries WHERE target_id = 'builtin-database' AND action = 'monitor.state'`)).length >= 2);
  });

  it('Redis: killed, whoever asks is told so, and that the stream is down with it; started again, that all is up', async () => {
    await allUp(admin);
    await board().redis.stop();
    await eventually('Redis and the stream to be down', async () => {
      const answer = await admin.get('/api/infrastructure');
      if (answer.status !== 200) return null;
      const payload = infrastructureSchema.parse(answer.json());
      return stateOf(payload, 'redis') === 'down' && stateOf(payload, 'stream') === 'down';
    });
    await board().redis.start();
    await allUp(admin);
  });

  it('that hang, flood or redirect for ever delay neither the looks at others nor what is pushed', async () => {
    const pages: [string, Page][] = [['hangs', hang], ['floods', flood], ['redirects', redirectTo('/again')]];
    const servers: PageServer[] = [];
    for (const [name, page] of pages) {
      const server = await startPageServer(page);
      servers.push(server);
      const monitor = { name, config: { kind: 'http', url: `${server.origin}/`, keyword: 'well' }, intervalMs: 2_000, timeoutMs: 2_000 };
      expect((await admin.post('/api/monitors', monitor)).status).toBe(201);
    }
    const seen: Infrastructure[] = [];
    await eventually('the three to be down', async () => {
      const payload = await now(admin);
      if (payload.checked_at !== seen.at(-1)?.checked_at) seen.push(payload);
      return pages.every(([name]) => stateOf(payload, name) === 'down');
    });
    const gaps = seen.slice(1).map(({ checked_at }, index) => Date.parse(checked_at ?? '') - Date.parse(seen[index]?.checked_at ?? ''));
    expect(Math.max(...gaps)).toBeLessThan(10_000);
    for (const payload of seen) expect(['up', 'warn']).toContain(stateOf(payload, 'database'));
    await Promise.all(servers.map((server) => server.close()));
  });

  it('a monitor added, looked at, paused and deleted is on the board in the next rounds', async () => {
    const server = await startPageServer(text('all is well'));
    const created = monitorAnswerSchema.parse((await admin.post('/api/monitors', { name: 'Gate', config: { kind: 'tcp', host: '127.0.0.1', port: server.port }, intervalMs: 2_000, timeoutMs: 1_000 })).json()).monitor;
    await eventually('the gate to be up', async () => stateOf(await now(admin), 'gate') === 'up');
    const paused = await admin.post(`/api/monitors/${created.id}`, { version: created.version, paused: true }, { method: 'PATCH' });
    expect(paused.status).toBe(200);
    await eventually('the gate to be paused', async () => stateOf(await now(admin), 'gate') === 'paused');
    const stale = await admin.post(`/api/monitors/${created.id}`, { version: created.version, name: 'Other' }, { method: 'PATCH' });
    expect(stale.status).toBe(409);
    expect(stale.json()).toMatchObject({ error: { code: 'stale_version' }, current: { version: created.version + 1, name: 'Gate' } });
    expect((await admin.post(`/api/monitors/${created.id}`, undefined, { method: 'DELETE' })).status).toBe(200);
    await eventually('the gate to be gone', async () => stateOf(await now(admin), 'gate') === undefined);
    expect((await admin.post('/api/monitors/builtin-redis', undefined, { method: 'DELETE' })).status).toBe(422);
    await server.close();
  });
});

function flood(_request: unknown, response: { write(chunk: Buffer): boolean; on(event: 'drain', listener: () => void): unknown }): void {
  const more = () => {
    while (response.write(Buffer.alloc(65_536, 'x')));
  };
  response.on('drain', more);
  more();
}
