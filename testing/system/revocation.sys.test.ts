import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '../eventually';
import { StreamRefused, type OpenedStream } from '../open-stream';
import { person, type Person } from '../person';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy';
import { useBoard } from '../use-board';

const accountsSchema = z.object({ items: z.array(z.looseObject({ id: z.string(), email: z.string() })) });

describe('an account that is changed', () => {
  const board = useBoard();
  let proxy: TcpProxy;
  let admin: Person;
  let observer: Person;
  let elsewhere = '';
  beforeAll(async () => {
    proxy = await startTcpProxy(Number(new URL(board().redis.url).port));
    elsewhere = (await board().addInstance({ UPSTASH_REDIS_REST_URL: proxy.url })).url;
    admin = await person(board().app.url, 'admin');
    observer = await person(board().app.url, 'observer');
  });
  afterEach(() => proxy.setOpen(true));
  afterAll(() => proxy?.stop());

  async function change(who: Person, to: { role?: string; disabled?: boolean }) {
    const { items } = accountsSchema.parse((await admin.get('/api/admin/users')).json());
    const id = items.find((account) => account.email === who.email)?.id;
    const answer = await admin.post('/api/admin/users', { id, ...to }, { method: 'PATCH' });
    expect(answer.status).toBe(200);
  }

  async function expectRevoked(stream: OpenedStream): Promise<void> {
    expect((await stream.waitForFrame('error')).data).toEqual({ code: 'revoked', message: expect.any(String) });
    expect(await stream.over).toBe('ended');
    expect(stream.frames.at(-1)).toMatchObject({ kind: 'frame', type: 'error' });
  }

  async function expectSignedOut(who: Person): Promise<void> {
    const calls = [
      () => who.get('/api/snapshot'),
      () => who.get('/api/events'),
      () => who.get('/api/flash'),
      () => who.post('/api/sse/test', { label: 'x' }),
      () => who.post('/api/flash', { level: 'info', title: 'x' }),
    ];
    for (const call of calls) expect((await call()).status).toBe(401);
  }

  it('and disabled loses its streams at once, on every instance, and is signed out everywhere [RT9]', async () => {
    const one = await person(board().app.url, 'dispatcher1');
    const streams = await Promise.all([one.stream(), one.stream({ topics: 'test' }), one.at(elsewhere).stream()]);
    const others = await Promise.all([observer.stream(), observer.at(elsewhere).stream()]);
    await change(one, { disabled: true });
    await expectSignedOut(one);
    await Promise.all(streams.map(expectRevoked));
    await expectSignedOut(one.at(elsewhere));
    await admin.broadcast('the others hear on');
    for (const stream of others) await stream.waitForEvent('test.broadcast');
    for (const stream of streams) expect(stream.events()).toEqual([]);
    await expect(person(board().app.url, 'dispatcher1')).rejects.toThrow('could not sign in');
  });

  it('and given another role loses its streams, and comes back with the rights of the new one', async () => {
    const before = await person(board().app.url, 'supervisor');
    const stream = await before.stream();
    await before.flash({ level: 'info', title: 'Still allowed' });
    await change(before, { role: 'dispatcher' });
    await expectRevoked(stream);
    await expectSignedOut(before);
    const after = await person(board().app.url, 'supervisor');
    expect((await after.post('/api/flash', { level: 'info', title: 'Not any more' })).status).toBe(403);
    const fresh = await eventually('a stream', () => after.requestStream().catch(() => null));
    await admin.flash({ level: 'info', title: 'For supervisors', audience: ['supervisor'] });
    await admin.broadcast('fence');
    await fresh.waitForEvent('test.broadcast');
    expect(fresh.events().map((event) => event.type)).toEqual(['test.broadcast']);
  });

  it('and disabled cannot slip in again by asking at once [RT9]', async () => {
    const two = await person(board().app.url, 'dispatcher2');
    const stream = await two.stream();
    // What the stream route knows of accounts was read a moment ago, as on any busy board.
    await observer.stream({ topics: 'test' });
    await change(two, { disabled: true });
    await expectRevoked(stream);
    const again = await two.requestStream().catch((error: unknown) => error);
    if (again instanceof StreamRefused) return expect(again.status).toBe(401);
    await expectRevoked(again as OpenedStream);
  });

  it('and disabled gets 401 for a new stream, and for one with its last cursor', async () => {
    const three = await person(board().app.url, 'dispatcher3');
    const { cursor } = await three.poll();
    const stream = await three.stream();
    await change(three, { disabled: true });
    await expectRevoked(stream);
    for (const input of [{}, { since: cursor }]) {
      const refusal = await eventually('the refusal', () => three.requestStream(input).then((opened) => opened.close(), (error: unknown) => error));
      expect(refusal).toMatchObject({ status: 401 });
    }
  });

  it('and enabled again can sign in and listen again', async () => {
    const four = await person(board().app.url, 'dispatcher4');
    await change(four, { disabled: true });
    await expectSignedOut(four);
    await change(four, { disabled: false });
    await expectSignedOut(four);
    const again = await person(board().app.url, 'dispatcher4');
    const stream = await eventually('a stream', () => again.requestStream().catch(() => null));
    await admin.broadcast('welcome back');
    await stream.waitForEvent('test.broadcast');
  });

  it('while an instance cannot hear of it loses its streams there when the instance can', async () => {
    const five = await person(board().app.url, 'dispatcher5');
    const stream = await five.at(elsewhere).stream();
    proxy.setOpen(false);
    proxy.cut();
    await stream.waitForFrame('upstream');
    await change(five, { disabled: true });
    proxy.setOpen(true);
    await expectRevoked(stream);
  });

  it('while an instance cannot hear of it loses its streams there even if Redis has lost everything since [RT9]', async () => {
    const six = await person(board().app.url, 'dispatcher6');
    const stream = await six.at(elsewhere).stream();
    proxy.setOpen(false);
    proxy.cut();
    await stream.waitForFrame('upstream');
    await board().redis.kill();
    await board().redis.start();
    await change(six, { disabled: true });
    await eventually('the event to be on the new log', async () => {
      const [row] = await board().sql<{ waiting: string }>('SELECT count(*) AS waiting FROM outbox_events WHERE sent_at IS NULL');
      return row?.waiting === '0';
    });
    proxy.setOpen(true);
    await expectRevoked(stream);
  });

  it('can be changed by admins only, and no admin can lock everybody out', async () => {
    const { items } = accountsSchema.parse((await admin.get('/api/admin/users')).json());
    const own = items.find((account) => account.email === admin.email)?.id;
    expect((await observer.get('/api/admin/users')).status).toBe(403);
    expect((await observer.post('/api/admin/users', { id: own, disabled: true }, { method: 'PATCH' })).status).toBe(403);
    const answers = [
      await admin.post('/api/admin/users', { id: own, disabled: true }, { method: 'PATCH' }),
      await admin.post('/api/admin/users', { id: own, role: 'observer' }, { method: 'PATCH' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([422, 422]);
    expect(JSON.stringify(items)).not.toMatch(/argon2|passwordHash/);
  });
});
