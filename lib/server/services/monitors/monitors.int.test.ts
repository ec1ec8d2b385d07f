import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/server/context';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const HTTP = { kind: 'http', url: 'https://example.org/' };
const PASSWORD = 'hunter2-never-shown';

const services = async () => ({
  ...(await import('./change')),
  ...(await import('./list')),
  ...(await import('./test')),
  ...(await import('./status-page')),
  ...(await import('../maintenance/windows')),
  db: (await import('@/lib/server/db/client')).db,
});

describe('monitors (N3)', () => {
  let admin: Context;
  beforeAll(async () => {
    admin = await contextOf('admin');
  });

  const counts = async () => {
    const { db } = await services();
    return { monitors: await db().monitor.count(), windows: await db().maintenanceWindow.count(), audit: await db().auditEntry.count() };
  };

  it('are for admins alone: who may only read can neither list, add, change, try, delete nor switch anything', async () => {
    const { listMonitors, createMonitor, patchMonitor, deleteMonitor, testMonitor, putStatusPage, createMaintenance, endMaintenance } = await services();
    const before = await counts();
    for (const name of ['observer', 'dispatcher1', 'supervisor']) {
      const ctx = await contextOf(name);
      for (const call of [
        () => listMonitors(ctx), () => createMonitor(ctx, { name: 'X', config: HTTP }), () => patchMonitor(ctx, 'builtin-redis', { version: 1, paused: true }), () => deleteMonitor(ctx, 'builtin-redis'),
        () => testMonitor(ctx, { config: HTTP }), () => putStatusPage(ctx, { on: true }), () => createMaintenance(ctx, {}), () => endMaintenance(ctx, 'x'),
      ]) await expect(call()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await counts()).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['a scheme other than http', { config: { kind: 'http', url: 'file:///etc/passwd' } }, 'config.url'],
    ['gopher', { config: { kind: 'http', url: 'gopher://127.0.0.1:6379/_INFO' } }, 'config.url'],
    ['a password in an address', { config: { kind: 'http', url: 'http://user:secret@example.org/' } }, 'config.url'],
    ['a path that leaves Watchroom', { config: { kind: 'http', url: '//evil.example/' } }, 'config.url'],
    ['no address at all', { config: { kind: 'http', url: 'here' } }, 'config.url'],
    ['statuses the wrong way round', { config: { ...HTTP, statusFrom: 400, statusTo: 200 } }, 'config.statusTo'],
    ['text from HEAD', { config: { ...HTTP, method: 'HEAD', keyword: 'x' } }, 'config.method'],
    ['a pointer that is none', { config: { ...HTTP, json: { pointer: 'a.b', equals: 1 } } }, 'config.json.pointer'],
    ['port 0', { config: { kind: 'tcp', host: 'a', port: 0 } }, 'config.port'],
    ['port 65536', { config: { kind: 'tcp', host: 'a', port: 65_536 } }, 'config.port'],
    ['a host with a blank', { config: { kind: 'tcp', host: 'a b', port: 1 } }, 'config.host'],
    ['web pages looked at less than once a day', { intervalMs: 86_400_001 }, 'intervalMs'],
    ['heartbeats less than once a month', { config: { kind: 'push' }, intervalMs: 31 * 86_400_000 + 1 }, 'intervalMs'],
    ['a schedule that is none', { config: { kind: 'push', schedule: { cron: 'every day' } } }, 'config.schedule.cron'],
    ['a schedule with a minute 75', { config: { kind: 'push', schedule: { cron: '75 * * * *' } } }, 'config.schedule.cron'],
    ['a schedule that never comes', { config: { kind: 'push', schedule: { cron: '0 0 30 2 *' } } }, 'config.schedule.cron'],
    ['a schedule by the second', { config: { kind: 'push', schedule: { cron: '* * * * * *' } } }, 'config.schedule.cron'],
    ['a time zone that is none', { config: { kind: 'push', schedule: { cron: '0 3 * * *', timeZone: 'Mars/Base' } } }, 'config.schedule.timeZone'],
    ['a grace time below 0', { config: { kind: 'push', graceMs: -1 } }, 'config.graceMs'],
    ['an unknown kind', { config: { kind: 'telnet', host: 'a' } }, 'config.kind'],
    ['an unknown field of a kind', { config: { kind: 'tcp', host: 'a', port: 1, path: '/' } }, 'config'],
    ['looks more often than every two seconds', { intervalMs: 1_999 }, 'intervalMs'],
    ['a time-out above the interval', { intervalMs: 2_000, timeoutMs: 2_001 }, 'timeoutMs'],
    ['slow above the time-out', { timeoutMs: 1_000, warnLatencyMs: 1_000 }, 'warnLatencyMs'],
    ['a name of blanks', { name: '  ' }, 'name'],
    ['a name with a line break', { name: 'a\nb' }, 'name'],
    ['a secret for something else', { config: { kind: 'redis' }, secret: 'postgresql://a/b' }, 'secret'],
    ['a secret that is no address', { config: { kind: 'postgres' }, secret: 'hunter2' }, 'secret'],
  ])('%s is refused beside its field, and nothing is kept', async (_what, over, path) => {
    const { createMonitor } = await services();
    const before = await counts();
    const refusal = await createMonitor(admin, { name: 'Good', config: HTTP, ...over }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'invalid', extras: { details: expect.arrayContaining([expect.objectContaining({ path })]) as unknown } });
    expect(await counts()).toEqual(before);
  });

  it('keep their connection strings to themselves: never read back, never in the audit log, kept when an edit leaves them out', async () => {
    const { createMonitor, patchMonitor, listMonitors, db } = await services();
    const secret = `postgresql://watch:${PASSWORD}@127.0.0.1:1/db`;
    const created = await createMonitor(admin, { name: 'Other database', config: { kind: 'postgres' }, secret });
    expect(created).toMatchObject({ hasSecret: true, kind: 'postgres', key: 'other-database', version: 1 });
    const renamed = await patchMonitor(admin, created.id, { version: 1, name: 'Archive' });
    expect(renamed).toMatchObject({ hasSecret: true, name: 'Archive', version: 2 });
    expect((await db().monitor.findUniqueOrThrow({ where: { id: created.id } })).secret).toBe(secret);
    expect(await patchMonitor(admin, created.id, { version: 2, secret: null })).toMatchObject({ hasSecret: false });
    const told = JSON.stringify([created, renamed, await listMonitors(admin), await db().auditEntry.findMany({ omit: { id: true } })]);
    expect(told).not.toContain(PASSWORD);
  });

  it('keep the address of their heartbeats out of the audit log', async () => {
    const { createMonitor, db } = await services();
    const { pushPath, id } = await createMonitor(admin, { name: 'Beat', config: { kind: 'push' } });
    expect(pushPath).toMatch(/^\/api\/push\/[0-9a-f]{48}$/);
    expect(JSON.stringify(await db().auditEntry.findMany({ where: { targetId: id }, omit: { id: true } }))).not.toContain(pushPath?.split('/').at(-1));
  });

  it('of one name are told apart by their keys', async () => {
    const { createMonitor } = await services();
    const [one, other] = [await createMonitor(admin, { name: 'Gate Å', config: HTTP }), await createMonitor(admin, { name: 'Gate Å', config: HTTP })];
    expect(one.key).toBe('gate-a');
    expect(other.key).toMatch(/^gate-a-[0-9a-f]{8}$/);
  });

  it('of one name, made by many at once, are all made, each with a key and a place of its own', async () => {
    const { createMonitor } = await services();
    const made = await Promise.all(Array.from({ length: 6 }, () => createMonitor(admin, { name: 'At once', config: HTTP })));
    expect(new Set(made.map(({ key }) => key)).size).toBe(6);
    expect(new Set(made.map(({ position }) => position)).size).toBe(6);
  });

  it('edited by two at once: the second is told what is there now and loses nothing', async () => {
    const { createMonitor, patchMonitor } = await services();
    const { id } = await createMonitor(admin, { name: 'Shared', config: HTTP });
    const edits = await Promise.allSettled(['First', 'Second'].map((name) => patchMonitor(admin, id, { version: 1, name })));
    const refused = edits.find((edit) => edit.status === 'rejected');
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: 'stale_version', extras: { fields: { current: { version: 2 } } } });
  });

  it('are judged as a whole when only a part is edited, and stay what kind they are', async () => {
    const { createMonitor, patchMonitor } = await services();
    const { id } = await createMonitor(admin, { name: 'Whole', config: HTTP, intervalMs: 30_000, timeoutMs: 20_000 });
    await expect(patchMonitor(admin, id, { version: 1, intervalMs: 10_000 })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'timeoutMs' }] } });
    await expect(patchMonitor(admin, id, { version: 1, config: { kind: 'tcp', host: 'a', port: 1 } })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'config.kind' }] } });
    expect(await patchMonitor(admin, id, { version: 1, intervalMs: 20_000 })).toMatchObject({ intervalMs: 20_000 });
  });

  it('that come with Watchroom can be paused, not deleted; others go with their history', async () => {
    const { createMonitor, patchMonitor, deleteMonitor, db } = await services();
    await expect(deleteMonitor(admin, 'builtin-redis')).rejects.toMatchObject({ code: 'not_allowed_now', message: expect.stringContaining('Pause it instead') as string });
    expect((await patchMonitor(admin, 'builtin-redis', { version: 1, paused: true })).pausedAt).not.toBeNull();
    const { id } = await createMonitor(admin, { name: 'Short-lived', config: HTTP });
    await db().monitorSample.create({ data: { monitorId: id, slot: new Date(), at: new Date(), outcome: 'ok', state: 'up' } });
    await deleteMonitor(admin, id);
    expect(await db().monitorSample.count({ where: { monitorId: id } })).toBe(0);
    await expect(deleteMonitor(admin, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await db().auditEntry.count({ where: { targetId: id } })).toBe(2);
  });

  it('can be tried before they are kept; the address of a cloud’s metadata is refused with its reason', async () => {
    const { testMonitor } = await services();
    const before = await counts();
    expect(await testMonitor(admin, { config: { kind: 'postgres' }, timeoutMs: 2_000 })).toMatchObject({ outcome: 'ok' });
    await expect(testMonitor(admin, { config: { kind: 'push' } })).rejects.toMatchObject({ code: 'not_allowed_now' });
    expect(await testMonitor(admin, { config: { kind: 'http', url: 'http://169.254.169.254/latest/meta-data' } })).toMatchObject({ outcome: 'fail', message: expect.stringContaining('169.254.169.254') as string });
    expect(await counts()).toEqual(before);
  });

  it('have maintenance that begins, is listed and ends, and none that ends before it begins or names what does not exist', async () => {
    const { createMaintenance, listMaintenance, endMaintenance, db } = await services();
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await expect(createMaintenance(admin, { title: 'Works', startsAt: at(10), endsAt: at(5) })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'endsAt' }] } });
    await expect(createMaintenance(admin, { title: 'Works', monitorIds: ['none'], startsAt: at(0), endsAt: at(5) })).rejects.toMatchObject({ code: 'not_found' });
    const on = await createMaintenance(admin, { title: 'Works', monitorIds: ['builtin-redis'], startsAt: at(-1), endsAt: at(60) });
    const coming = await createMaintenance(admin, { title: 'Later', startsAt: at(60), endsAt: at(120) });
    expect((await listMaintenance(await contextOf('observer'))).items.map(({ title }) => title)).toEqual(['Works', 'Later']);
    await endMaintenance(admin, on.id);
    await endMaintenance(admin, coming.id);
    expect((await listMaintenance(admin)).items).toEqual([]);
    // What was on stays in the books; what never began does not.
    expect(await db().maintenanceWindow.count()).toBe(1);
    await expect(endMaintenance(admin, on.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
