import { beforeEach, describe, expect, it, vi } from 'vitest';
import { statusDocuments } from '@/testing/statuspage-contract';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const DOCUMENTS = ['summary.json', 'status.json', 'components.json', 'incidents.json', 'incidents/unresolved.json', 'scheduled-maintenances.json', 'scheduled-maintenances/upcoming.json', 'scheduled-maintenances/active.json'] as const;
const ORIGIN = 'https://watchroom.example';
const modules = async () => ({
  ...(await import('./read')),
  ...(await import('../monitors/status-page')),
  ...(await import('../monitors/change')),
  ...(await import('../maintenance/windows')),
  ...(await import('@/lib/server/db/client')),
  ...(await import('@/app/api/v2/[...document]/route')),
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
  const ask = async (path: string, init: RequestInit = {}, origin = ORIGIN) => {
    const { GET } = await modules();
    return GET(new Request(`${origin}/api/v2/${path}`, init), { params: Promise.resolve({ document: path.split('/') }) });
  };
  async function read(path: string): Promise<Record<string, unknown>> {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  }
  const summary = () => read('summary.json');
  /** What the collector noted when it told a change. */
  async function changed(id: string, from: string, to: string, minutesAgo: number): Promise<void> {
    const { db } = await modules();
    await db().auditEntry.create({ data: { at: new Date(Date.now() - minutesAgo * 60_000), actorName: 'Watchroom', category: 'monitors', action: 'monitor.state', outcome: 'success', targetType: 'monitor', targetId: id, summary: 'A change', before: { state: from }, after: { state: to, message: 'A secret host does not answer' } } });
  }

  it('is not there unless an admin switched it on, and no longer when switched off', async () => {
    const { readStatusPage, putStatusPage } = await modules();
    expect(await readStatusPage(ORIGIN)).toBeNull();
    const refused = await ask('summary.json');
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ error: { code: 'not_found', message: expect.stringMatching(/\.$/) } });
    await expect(putStatusPage(await contextOf('supervisor'), { on: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(putStatusPage(await contextOf('admin'), { on: 'yes' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await readStatusPage(ORIGIN)).toBeNull();
    expect(await switchTo(true)).toEqual({ statusPage: true });
    expect(await readStatusPage(ORIGIN)).not.toBeNull();
    await switchTo(false);
    expect(await readStatusPage(ORIGIN)).toBeNull();
  });

  it('has the shape of Statuspage, may be kept by caches for a moment and be read by every site', async () => {
    await switchTo(true);
    for (const id of await ids()) await seen(id, 'up');
    const answer = await ask('summary.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
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
    const answer = await ask('summary.json', { headers: new Headers(Object.entries(headers)) }, 'http://localhost:3000');
    expect(await answer.json()).toMatchObject({ page: { url } });
  });

  it('names the address of the settings whatever a reader says, and only then may caches keep it', async () => {
    vi.stubEnv('NEXTAUTH_URL', 'https://board.example/');
    await switchTo(true);
    const answer = await ask('summary.json', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    vi.unstubAllEnvs();
    expect(await answer.json()).toMatchObject({ page: { url: 'https://board.example' } });
    expect(answer.headers.get('cache-control')).toMatch(/public.*max-age=10/);
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

  it('answers every document in the shape that strict readers ask for, with something in each list', async () => {
    await switchTo(true);
    const [first = '', second = '', ...others] = await ids();
    for (const id of others) await seen(id, 'up');
    await seen(first, 'down');
    await seen(second, 'warn');
    await changed(first, 'up', 'warn', 60);
    await changed(first, 'warn', 'down', 50);
    await changed(second, 'up', 'down', 40);
    await changed(second, 'down', 'up', 30);
    const { createMaintenance, db } = await modules();
    const ctx = await contextOf('admin');
    for (const [title, from, to] of [['Past works', 1, 2], ['Works now', -60, 60], ['Works to come', 60, 120]] as const) {
      await createMaintenance(ctx, { title, monitorIds: [first], startsAt: new Date(Date.now() + from * 60_000).toISOString(), endsAt: new Date(Date.now() + to * 60_000).toISOString() });
    }
    await db().maintenanceWindow.updateMany({ where: { title: 'Past works' }, data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) } });
    for (const path of DOCUMENTS) statusDocuments[path].parse(await read(path));
    const names = async (path: 'scheduled-maintenances.json' | 'scheduled-maintenances/upcoming.json' | 'scheduled-maintenances/active.json') => statusDocuments[path].parse(await read(path)).scheduled_maintenances.map(({ name }) => name);
    expect(await names('scheduled-maintenances.json')).toEqual(['Works to come', 'Works now', 'Past works']);
    expect(await names('scheduled-maintenances/upcoming.json')).toEqual(['Works to come']);
    expect(await names('scheduled-maintenances/active.json')).toEqual(['Works now']);
    expect(await read('incidents/unresolved.json')).toMatchObject({ incidents: [{ name: 'Database is down', status: 'investigating', impact: 'major', resolved_at: null, incident_updates: [{ affected_components: [{ old_status: 'degraded_performance', new_status: 'major_outage' }] }, {}] }] });
    expect(await read('incidents.json')).toMatchObject({ incidents: [{ name: 'Redis is down', status: 'resolved', incident_updates: [{ status: 'resolved', body: 'Redis works again.' }, {}] }, { name: 'Database is down' }] });
    expect(JSON.stringify(await read('incidents.json'))).not.toContain('secret host');
    expect(statusDocuments['summary.json'].parse(await summary())).toMatchObject({ incidents: [{ name: 'Database is down' }], scheduled_maintenances: [{ name: 'Works now' }, { name: 'Works to come' }] });
  });

  it('answers every document in that shape when nothing was ever looked at, and when no service is public', async () => {
    await switchTo(true);
    for (const path of DOCUMENTS) statusDocuments[path].parse(await read(path));
    const { db } = await modules();
    await db().monitor.updateMany({ data: { isPublic: false } });
    for (const path of DOCUMENTS) statusDocuments[path].parse(await read(path));
  });

  it('knows no other document, and none at all while it is off', async () => {
    for (const path of DOCUMENTS) expect((await ask(path)).status).toBe(404);
    await switchTo(true);
    for (const path of ['summary', 'constructor', 'incidents', 'summary.json/more', '__proto__']) expect((await ask(path)).status).toBe(404);
  });

  it('calls the whole critical when all that is named is down, and under maintenance when nothing is worse', async () => {
    await switchTo(true);
    for (const id of await ids()) await seen(id, 'down');
    expect((await summary()).status).toMatchObject({ indicator: 'critical' });
    const { db, createMaintenance } = await modules();
    await db().monitorState.updateMany({ data: { state: 'up' } });
    const [first = ''] = await ids();
    await createMaintenance(await contextOf('admin'), { title: 'Works', monitorIds: [first], startsAt: new Date(Date.now() - 1_000).toISOString(), endsAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await summary()).status).toEqual({ indicator: 'maintenance', description: 'Service Under Maintenance' });
  });
});
