import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encode } from 'next-auth/jwt';
import { sessionCookieName } from '@/lib/realtime/session-check';
import type { OpenedStream } from '../open-stream';
import { person, type Person } from '../person';
import { request } from '../request';
import { useBoard } from '../use-board';

const csrfSchema = z.object({ csrfToken: z.string() });
/** The promise is two seconds; three times that at the worst. */
const WITHIN_MS = 6_000;

describe('signing out', () => {
  const board = useBoard({ env: { SESSION_MAX_AGE_HOURS: '2' } });

  /** Signs out as the page does. */
  async function signOut(who: Person) {
    const csrf = await who.get('/api/auth/csrf');
    const { csrfToken } = csrfSchema.parse(csrf.json());
    const cookies = (csrf.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
    return request(`${board().app.url}/api/auth/signout`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: board().app.url, cookie: [who.cookie, ...cookies].join('; ') },
      body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
    });
  }

  async function expectEnded(stream: OpenedStream): Promise<void> {
    expect((await stream.waitForFrame('error')).data).toEqual({ code: 'signed_out', message: expect.any(String) });
    expect(await stream.over).toBe('ended');
  }

  it('ends the session on the server: a copy of its cookie is dead within two seconds on every instance, its streams, too; another sign-in of the same person goes on', async () => {
    const elsewhere = (await board().addInstance({ SESSION_MAX_AGE_HOURS: '2' })).url;
    const [here, other] = [await person(board().app.url, 'dispatcher1'), await person(board().app.url, 'dispatcher1')];
    const streams = [await here.stream(), await here.at(elsewhere).stream({ topics: 'flash' })];
    const kept = await other.stream();
    const started = performance.now();
    expect((await signOut(here)).status).toBe(200);
    expect((await here.get('/api/snapshot')).status).toBe(401);
    await Promise.all(streams.map(expectEnded));
    for (const path of ['/api/events', '/api/units', '/api/flash']) expect((await here.at(elsewhere).get(path)).status).toBe(401);
    expect(performance.now() - started).toBeLessThan(WITHIN_MS);
    for (const who of [here, here.at(elsewhere)]) await expect(who.requestStream()).rejects.toMatchObject({ status: 401 });
    expect((await here.get('/api/auth/session')).json()).toEqual({});
    await other.broadcast('still here').catch(() => undefined);
    expect((await other.get('/api/snapshot')).status).toBe(200);
    expect(kept.frames.some((frame) => frame.kind === 'frame' && frame.type === 'error')).toBe(false);
    const [entry] = await board().sql<{ summary: string }>(`SELECT summary FROM audit_entries WHERE action = 'sign-out'`);
    expect(entry?.summary).toBe('Signed out: dispatcher1@example.org');
  });

  it('ends the stream of infrastructure, too', async () => {
    const who = await person(board().app.url, 'dispatcher2');
    const answer = await fetch(`${board().app.url}/api/infrastructure/stream`, { headers: { cookie: who.cookie } });
    expect(answer.status).toBe(200);
    const over = answer.text();
    await signOut(who);
    const started = performance.now();
    expect(await over).toContain('event: connected');
    expect(performance.now() - started).toBeLessThan(WITHIN_MS);
  });

  it('holds after Redis has lost everything', async () => {
    const who = await person(board().app.url, 'dispatcher3');
    await signOut(who);
    await board().redis.kill();
    await board().redis.start();
    const observer = await person(board().app.url, 'observer');
    await (await observer.stream()).waitForFrame('connected');
    await expect(who.requestStream()).rejects.toMatchObject({ status: 401 });
    expect((await who.get('/api/snapshot')).status).toBe(401);
  });

  it('a sign-in ends by its age, however often its token was renewed', async () => {
    const [user] = await board().sql<{ id: string }>(`SELECT id FROM users WHERE email = 'observer@example.org'`);
    const at = Math.floor(Date.now() / 1_000);
    const cookieOf = async (ageSeconds: number) => {
      const token = { sub: user?.id ?? '', sv: 0, sid: `aged-${ageSeconds}`, at: at - ageSeconds };
      return `${sessionCookieName(false)}=${await encode({ token, secret: board().secrets.nextAuthSecret, maxAge: 30 * 86_400 })}`;
    };
    const statusOf = async (ageSeconds: number) => (await request(`${board().app.url}/api/snapshot`, { headers: { cookie: await cookieOf(ageSeconds) } })).status;
    expect([await statusOf(7_000), await statusOf(7_201)]).toEqual([200, 401]);
    const renewed = await request(`${board().app.url}/api/auth/session`, { headers: { cookie: await cookieOf(7_201) } });
    expect(renewed.json()).toEqual({});
    expect(renewed.headers['set-cookie'] ?? []).toEqual([]);
  });

  it('is not said to be done while the database cannot write it down', async () => {
    const who = await person(board().app.url, 'dispatcher4');
    await board().sql('ALTER TABLE ended_sessions RENAME TO ended_sessions_away');
    try {
      const answer = await signOut(who);
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(answer.headers['set-cookie'] ?? []).toEqual([]);
    } finally {
      await board().sql('ALTER TABLE ended_sessions_away RENAME TO ended_sessions');
    }
    expect((await who.get('/api/snapshot')).status).toBe(200);
  });
});
