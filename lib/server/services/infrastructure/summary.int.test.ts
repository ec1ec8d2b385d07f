import { beforeEach, describe, expect, it } from 'vitest';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const ORIGIN = 'https://watchroom.example';
const modules = async () => ({
  ...(await import('./summary')),
  ...(await import('../monitors/status-page')),
  ...(await import('../monitors/change')),
  ...(await import('../maintenance/windows')),
  ...(await import('@/lib/server/db/client')),
  ...(await import('@/app/api/status/summary.json/route')),
});

describe('the public status summary', () => {
  beforeEach(async () => {
    const { db } = await modules();
    await db().setting.deleteMany();
    await db().maintenanceWindow.deleteMany();
    await db().monitorState.deleteMany();
    await db().monitor.updateMany({ data: { isPublic: true, pausedAt: null } });
  });
  const switchTo = async (on: boolean) => (await modules()).putStatusPage(await contextOf('admin'), { on });
  const ids = async () => (await (await modules()).db().monitor.findMany({ orderBy: { position: 'asc' }, select: { id: true } })).map(({ id }) => id);
  /** What the collector would have kept a moment ago. */
  async function seen(id: string, state: 'up' | 'warn' | 'down' | 'unknown', message: string | null = null): Promise<void> {
    const { db } = await modules();
    const now = new Date();
    await db().monitorState.create({ data: { monitorId: id, state, since: now, sampledAt: now, latencyMs: 5, message, okRun: 0, warnRun: 0, failRun: 0, badRun: 0, fence: 1n } });
  }
  async function summary(): Promise<Record<string, unknown>> {
    const { GET } = await modules();
    const answer = await GET(new Request(`${ORIGIN}/api/status/summary.json`));
    expect(answer.status).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  }

  it('is not there unless an admin switched it on, and no longer when switched off', async () => {
    const { readStatusSummary, GET, putStatusPage } = await modules();
    expect(await readStatusSummary(ORIGIN)).toBeNull();
    const refused = await GET(new Request(`${ORIGIN}/api/status/summary.json`));
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ error: { code: 'not_found', message: expect.stringMatching(/\.$/) } });
    await expect(putStatusPage(await contextOf('supervisor'), { on: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(putStatusPage(await contextOf('admin'), { on: 'yes' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await readStatusSummary(ORIGIN)).toBeNull();
    expect(await switchTo(true)).toEqual({ statusPage: true });
    expect(await readStatusSummary(ORIGIN)).not.toBeNull();
    await switchTo(false);
    expect(await readStatusSummary(ORIGIN)).toBeNull();
  });

  it('has the shape of Statuspage, may be kept by caches for a moment and be read by every site', async () => {
    await switchTo(true);
    for (const id of await ids()) await seen(id, 'up');
    const { GET } = await modules();
    const answer = await GET(new Request(`${ORIGIN}/api/status/summary.json`));
    expect(answer.headers.get('cache-control')).toMatch(/public.*max-age=10/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const body = await summary();
    expect(Object.keys(body).sort()).toEqual(['components', 'incidents', 'page', 'scheduled_maintenances', 'status']);
    expect(body).toMatchObject({
      page: { id: 'watchroom', name: 'Watchroom', url: ORIGIN, time_zone: 'Etc/UTC', updated_at: expect.stringMatching(/Z$/) },
      status: { indicator: 'none', description: 'All Systems Operational' },
      incidents: [],
      scheduled_maintenances: [],
    });
    expect(body.components).toEqual((await ids()).map((id, index) => expect.objectContaining({ id, status: 'operational', position: index + 1, group: false, page_id: 'watchroom', updated_at: expect.stringMatching(/Z$/) })));
  });

  it.each([
    [{ host: '127.0.0.1:3000' }, 'http://127.0.0.1:3000'],
    [{ host: '127.0.0.1:3000', 'x-forwarded-host': 'board.example', 'x-forwarded-proto': 'https, http' }, 'https://board.example'],
    [{ host: 'board.example', 'x-forwarded-proto': 'javascript' }, 'http://localhost:3000'],
    [{}, 'http://localhost:3000'],
  ])('names the address at which it was reached: %o', async (headers, url) => {
    await switchTo(true);
    const { GET } = await modules();
    const answer = await GET(new Request('http://localhost:3000/api/status/summary.json', { headers: new Headers(Object.entries(headers)) }));
    expect(await answer.json()).toMatchObject({ page: { url } });
  });

  it('names public services only, and of them neither target nor message', async () => {
    await switchTo(true);
    const [first = '', second = '', ...others] = await ids();
    const { db } = await modules();
    await db().monitor.update({ where: { id: first }, data: { isPublic: false } });
    await seen(first, 'down', 'A private failure');
    await seen(second, 'down', 'A secret host does not answer');
    for (const id of others) await seen(id, 'up');
    const text = JSON.stringify(await summary());
    expect(text).not.toContain(first);
    for (const leak of ['A private failure', 'A secret host', 'PostgreSQL', '/sign-in', 'target', 'message', 'latency']) expect(text).not.toContain(leak);
    expect(text).toContain(second);
  });

  it.each([
    ['warn', 'degraded_performance', 'minor'],
    ['down', 'major_outage', 'major'],
    ['unknown', 'partial_outage', 'minor'],
  ] as const)('calls a service that is %s %s, and the whole %s', async (state, status, indicator) => {
    await switchTo(true);
    const [first = '', ...others] = await ids();
    await seen(first, state);
    for (const id of others) await seen(id, 'up');
    const body = await summary();
    expect(body.components).toEqual(expect.arrayContaining([expect.objectContaining({ id: first, status })]));
    expect(body.status).toMatchObject({ indicator });
  });

  it('is not made worse by a service that is not public, nor by one that is paused', async () => {
    await switchTo(true);
    const [first = '', second = '', ...others] = await ids();
    const { db } = await modules();
    await db().monitor.update({ where: { id: first }, data: { isPublic: false } });
    await db().monitor.update({ where: { id: second }, data: { pausedAt: new Date() } });
    await seen(first, 'down');
    await seen(second, 'down');
    for (const id of others) await seen(id, 'up');
    expect((await summary()).status).toMatchObject({ indicator: 'none' });
  });

  it('tells of maintenance of public services, now or to come, and of no other', async () => {
    await switchTo(true);
    const [first = '', second = '', ...others] = await ids();
    const { db, createMaintenance } = await modules();
    await db().monitor.update({ where: { id: first }, data: { isPublic: false } });
    for (const id of others) await seen(id, 'up');
    const ctx = await contextOf('admin');
    const window = (title: string, monitorIds: string[], fromMs: number) =>
      createMaintenance(ctx, { title, monitorIds, startsAt: new Date(Date.now() + fromMs).toISOString(), endsAt: new Date(Date.now() + fromMs + 3_600_000).toISOString() });
    await window('Works at the secret host', [first], -1_000);
    await window('Works now', [second], -1_000);
    await window('Works to come', [], 60_000);
    const body = await summary();
    expect(body.scheduled_maintenances).toEqual([
      expect.objectContaining({ name: 'Works now', status: 'in_progress', impact: 'maintenance', components: [expect.objectContaining({ id: second, status: 'under_maintenance' })] }),
      expect.objectContaining({ name: 'Works to come', status: 'scheduled', components: expect.arrayContaining([expect.objectContaining({ id: second })]) }),
    ]);
    expect(JSON.stringify(body)).not.toContain(first);
  });
});
