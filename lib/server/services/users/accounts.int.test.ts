import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '@/testing/eventually';
import { contextOf, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const SOURCE = { ip: '192.0.2.1', userAgent: 'test' };
const PASSWORD = 'a long enough password';
const first = { token: 'the-token', name: 'Astrid Nygård', email: 'Astrid@Example.org', password: PASSWORD };

async function modules() {
  const { db } = await import('@/lib/server/db/client');
  const { makeFirstAdmin } = await import('./first-admin');
  const { makeAccount, makeUser } = await import('./make');
  const { resetAccount } = await import('./reset');
  const { closeDemoAccounts, endDemonstration, openDemoAccounts, reopenDemoAccounts } = await import('./demo-accounts');
  const { hasPeople } = await import('./people');
  const { passwordFits, hashPassword } = await import('@/lib/server/auth/password');
  const { FIRST_RUN_KEY, hashFirstRunToken } = await import('@/lib/server/auth/first-run-token');
  const { COMMAND_LINE } = await import('@/lib/server/audit/record');
  return {
    db, makeFirstAdmin, makeAccount, makeUser, resetAccount, closeDemoAccounts, endDemonstration, openDemoAccounts, reopenDemoAccounts, hasPeople, passwordFits, hashPassword, COMMAND_LINE,
    offer: (token: string) => db().setting.upsert({ where: { key: FIRST_RUN_KEY }, create: { key: FIRST_RUN_KEY, value: { hash: hashFirstRunToken(token) } }, update: { value: { hash: hashFirstRunToken(token) } } }),
  };
}
let world: Awaited<ReturnType<typeof modules>>;

beforeEach(async () => {
  world = await modules();
});
afterEach(async () => {
  await world.db().user.deleteMany({ where: { id: { not: 'watchroom' } } });
  await world.db().setting.deleteMany();
});

describe('the first admin of a board (A7)', () => {
  it('is made with the token, once, and can then sign in', async () => {
    await world.offer('the-token');
    expect(await world.hasPeople()).toBe(false);
    expect(await world.makeFirstAdmin(SOURCE, first)).toEqual({ email: 'astrid@example.org' });
    expect(await world.hasPeople()).toBe(true);
    const user = await world.db().user.findUniqueOrThrow({ where: { email: 'astrid@example.org' } });
    expect(user).toMatchObject({ name: 'Astrid Nygård', role: 'admin', disabledAt: null });
    expect(await world.passwordFits(user.passwordHash, PASSWORD)).toBe(true);
    const { audit, events } = await recordsOf(user.id);
    expect(audit.map(({ action, ip }) => [action, ip])).toEqual([['user.create', '192.0.2.1'], ['user.first', '192.0.2.1']]);
    expect(events.map(({ type }) => type)).toEqual(['session.revoked']);
    expect(JSON.stringify(audit.map(({ summary, before, after }) => [summary, before, after]))).not.toMatch(/the-token|long enough/);
    expect(await world.db().setting.count()).toBe(0);
    await expect(world.makeFirstAdmin(SOURCE, { ...first, email: 'second@example.org' })).rejects.toMatchObject({ code: 'not_found' });
    await world.db().user.updateMany({ where: { email: 'astrid@example.org' }, data: { disabledAt: new Date() } });
    await expect(world.makeFirstAdmin(SOURCE, { ...first, email: 'second@example.org' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused with another token, or when none was offered, and the right one works afterwards', async () => {
    await expect(world.makeFirstAdmin(SOURCE, first)).rejects.toMatchObject({ code: 'forbidden', extras: { details: [{ path: 'token' }] } });
    await world.offer('the-token');
    for (const token of ['the-tokeN', 'the-token-and-more', 'x', '__proto__']) await expect(world.makeFirstAdmin(SOURCE, { ...first, token })).rejects.toMatchObject({ code: 'forbidden' });
    for (const [field, wrong] of [['name', ' '], ['email', 'astrid'], ['password', 'short'], ['token', '']]) {
      await expect(world.makeFirstAdmin(SOURCE, { ...first, [field ?? '']: wrong })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: field }] } });
    }
    expect(await world.db().user.count({ where: { id: { not: 'watchroom' } } })).toBe(0);
    await expect(world.makeFirstAdmin(SOURCE, first)).resolves.toBeDefined();
  });

  it('is one, when two come with the same token at once', async () => {
    await world.offer('the-token');
    const tries = await Promise.allSettled([first, { ...first, email: 'b@example.org' }, { ...first, email: 'c@example.org' }].map((input) => world.makeFirstAdmin(SOURCE, input)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.db().user.count({ where: { role: 'admin' } })).toBe(1);
  });

  it('cannot take the e-mail of an account that is disabled, and keeps the token', async () => {
    await world.offer('the-token');
    await world.db().user.create({ data: { id: 'gone', email: 'astrid@example.org', name: 'Gone', role: 'admin', passwordHash: 'x', disabledAt: new Date() } });
    await expect(world.makeFirstAdmin(SOURCE, first)).rejects.toMatchObject({ code: 'conflict' });
    await expect(world.makeFirstAdmin(SOURCE, { ...first, email: 'other@example.org' })).resolves.toBeDefined();
  });
});

describe('accounts that are made', () => {
  const kari = { name: 'Kari Strand', email: 'kari@watch.example', password: PASSWORD, role: 'dispatcher' } as const;

  it('come from admins alone, each e-mail once, and reach the list that streams go by', async () => {
    await expect(world.makeUser(await contextOf('supervisor'), kari)).rejects.toMatchObject({ code: 'forbidden' });
    const made = await world.makeUser(await contextOf('admin'), kari);
    expect(made).toMatchObject({ email: 'kari@watch.example', role: 'dispatcher', disabledAt: null });
    await expect(world.makeUser(await contextOf('admin'), { ...kari, email: 'KARI@watch.example' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(world.makeUser(await contextOf('admin'), { ...kari, password: 'watchroom-demo' })).rejects.toMatchObject({ code: 'invalid' });
    const { createSessionRegistry } = await import('@/lib/realtime/session-registry');
    const { serverRedis } = await import('@/lib/server/relay/log');
    const { reconcileLog } = await import('@/lib/server/relay/relay');
    await reconcileLog();
    const registry = createSessionRegistry(serverRedis());
    expect(await eventually('the account in Redis', () => registry.account(made.id))).toEqual({ sessionVersion: 0, role: 'dispatcher' });
  });

  it('get a new password from an admin, which ends what they have open; the board’s own get none and are not listed', async () => {
    const { changeUser } = await import('./change');
    const { listUsers } = await import('./list');
    const made = await world.makeUser(await contextOf('admin'), kari);
    await changeUser(await contextOf('admin'), { id: made.id, password: 'another good password' });
    const row = await world.db().user.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ role: 'dispatcher', sessionVersion: 1, disabledAt: null });
    expect(await world.passwordFits(row.passwordHash, 'another good password')).toBe(true);
    const { audit, events } = await recordsOf(made.id);
    expect(audit.at(-1)?.summary).toBe('Gave the account kari@watch.example a new password');
    expect(events.map(({ type }) => type)).toEqual(['session.revoked', 'session.revoked']);
    await expect(changeUser(await contextOf('admin'), { id: made.id, password: 'short' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(changeUser(await contextOf('admin'), { id: made.id })).rejects.toMatchObject({ code: 'invalid' });
    await expect(changeUser(await contextOf('supervisor'), { id: made.id, password: PASSWORD })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeUser(await contextOf('admin'), { id: 'watchroom', password: PASSWORD })).rejects.toMatchObject({ code: 'not_allowed_now' });
    await world.db().user.update({ where: { id: 'test-admin' }, data: { passwordHash: row.passwordHash } });
    // Their own password is theirs to change, their role is not.
    await expect(changeUser(await contextOf('admin'), { id: 'test-admin', password: PASSWORD })).resolves.toBeDefined();
    await expect(changeUser(await contextOf('admin'), { id: 'test-admin', password: PASSWORD, role: 'observer' })).rejects.toMatchObject({ code: 'not_allowed_now' });
    expect((await listUsers(await contextOf('admin'))).map(({ id }) => id)).not.toContain('watchroom');
  });

  it('get a new password by the command line, which enables them and ends what they have open', async () => {
    const made = await world.makeAccount(world.COMMAND_LINE, kari);
    await world.db().user.update({ where: { id: made.id }, data: { disabledAt: new Date() } });
    await world.resetAccount(world.COMMAND_LINE, 'kari@watch.example', 'another good password');
    const row = await world.db().user.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ disabledAt: null, sessionVersion: 1, role: 'dispatcher' });
    expect(await world.passwordFits(row.passwordHash, PASSWORD)).toBe(false);
    expect(await world.passwordFits(row.passwordHash, 'another good password')).toBe(true);
    expect((await recordsOf(made.id)).audit.map(({ action, actorName }) => [action, actorName])).toEqual([['user.create', 'Command line'], ['user.reset', 'Command line']]);
    await expect(world.resetAccount(world.COMMAND_LINE, 'nobody@watch.example', PASSWORD)).rejects.toMatchObject({ code: 'not_found' });
    await expect(world.resetAccount(world.COMMAND_LINE, 'watchroom@localhost', PASSWORD)).rejects.toMatchObject({ code: 'not_allowed_now' });
  });
});

describe('the end of a demonstration (S3)', () => {
  const add = (id: string, passwordHash: string) => world.db().user.create({ data: { id, email: `${id}@example.org`, name: id, role: 'dispatcher', passwordHash } });
  const states = async () => Object.fromEntries((await world.db().user.findMany({ where: { id: { not: 'watchroom' } } })).map(({ id, disabledAt, sessionVersion }) => [id, `${disabledAt ? 'closed' : 'open'} ${sessionVersion}`]));

  it('closes the demo accounts with the published password, and opens those again, and no others', async () => {
    const demo = await world.hashPassword('watchroom-demo');
    await add('dispatcher1', demo);
    await add('dispatcher2', demo);
    await add('dispatcher3', await world.hashPassword('their own password'));
    await add('kari', demo);
    await world.db().user.create({ data: { id: 'observer', email: 'observer@example.org', name: 'o', role: 'observer', passwordHash: demo, disabledAt: new Date() } });
    expect((await world.openDemoAccounts()).map(({ id }) => id)).toEqual(['dispatcher1', 'dispatcher2']);
    expect(await world.closeDemoAccounts()).toBe(2);
    const closed = { dispatcher1: 'closed 1', dispatcher2: 'closed 1', dispatcher3: 'open 0', kari: 'open 0', observer: 'closed 0' };
    expect(await states()).toEqual(closed);
    const { audit, events } = await recordsOf('dispatcher1');
    expect(audit.map(({ summary }) => summary)).toEqual(['Disabled the demo account dispatcher1@example.org']);
    expect(events.map(({ json }) => JSON.parse(json).data)).toEqual([{ userId: 'dispatcher1', sessionVersion: 1, role: null }]);
    expect(await world.closeDemoAccounts()).toBe(0);
    await world.reopenDemoAccounts();
    expect(await states()).toEqual({ ...closed, dispatcher1: 'open 2', dispatcher2: 'open 2' });
    await world.reopenDemoAccounts();
    expect(await states()).toEqual({ ...closed, dispatcher1: 'open 2', dispatcher2: 'open 2' });
  });

  it('also comes with the round of a server that is started without the start command', async () => {
    await add('dispatcher1', await world.hashPassword('watchroom-demo'));
    process.env.DEMO = '1';
    await world.endDemonstration();
    expect(await states()).toEqual({ dispatcher1: 'open 0' });
    process.env.DEMO = '0';
    const { serverRound } = await import('@/lib/server/relay/loop');
    await serverRound();
    expect(await states()).toEqual({ dispatcher1: 'closed 1' });
  });
});
