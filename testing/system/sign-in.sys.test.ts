import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '../database';
import { request, type Answer } from '../request';
import { sendLongForm } from '../send-long-form';
import { readCsrf, signIn } from '../sign-in';
import { useBoard } from '../use-board';

describe('the sign-in library’s routes, as strangers use them (S1, S2)', () => {
  const board = useBoard({ instances: 2, env: { TRUSTED_PROXIES: '127.0.0.1, ::1' } });
  let base: string;
  beforeAll(() => {
    base = board().app.url;
  });
  const from = (ip: string) => ({ 'x-forwarded-for': ip });

  /** One sign-in by form; gives the status, 200 where it worked. */
  async function attempt(url: string, email: string, password: string, ip: string): Promise<Answer> {
    const { csrfToken, cookie } = await readCsrf(url);
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' }).toString();
    return request(`${url}/api/auth/callback/credentials`, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, origin: url, ...from(ip) } });
  }

  it('do not let anybody write into the log', async () => {
    const line = `forged-${crypto.randomUUID()}`;
    const body = JSON.stringify({ level: 'error', code: `X\r\n\u001b[31m${line}`, message: line });
    const answer = await request(`${base}/api/auth/_log`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(404);
    for (const path of ['signin/unknown', 'callback/unknown', 'verify-request', 'x/y/z']) expect((await request(`${base}/api/auth/${path}`)).status).toBe(404);
    await request(`${base}/api/auth/session`);
    expect(board().app.output()).not.toContain(line);
  });

  it('refuse a large body while it is read', { timeout: 60_000 }, async () => {
    const sent = await sendLongForm(`${base}/api/auth/callback/credentials`, 64 * 1_048_576);
    // A connection that was cut while the rest was on its way is a refusal too; the answer may be lost with it.
    expect([413, 'cut']).toContain(sent.status);
    // What fits into the buffers of two sockets, not sixty-four megabytes.
    expect(sent.bytes).toBeLessThan(16 * 1_048_576);
  });

  it.each([
    ['a callback address that cannot be read', '/api/auth/csrf?callbackUrl=%25ff%ff', ''],
    ['two callback addresses', '/api/auth/signin?callbackUrl=/a&callbackUrl=//b', ''],
    ['a callback address of another scheme', '/api/auth/session?callbackUrl=javascript:alert(1)', ''],
    ['a cookie that cannot be read', '/api/auth/session', 'next-auth.callback-url=%ff'],
    ['a cookie that is no address', '/api/auth/csrf', 'next-auth.callback-url=%00%0d'],
    ['a token that is none', '/api/auth/session', 'next-auth.session-token=abc.def.ghi'],
    ['a CSRF cookie that is none', '/api/auth/csrf', 'next-auth.csrf-token=%7C%7C%ff'],
  ])('answer %s without an error of their own', async (_case, path, cookie) => {
    expect((await request(base + path, { headers: cookie ? { cookie } : {} })).status).toBeLessThan(500);
  });

  it('do not send anybody to another site', async () => {
    for (const wanted of ['/.//elsewhere.example', '/..//elsewhere.example', '//elsewhere.example', 'https://elsewhere.example/']) {
      const answer = await request(`${base}/api/auth/signin?callbackUrl=${encodeURIComponent(wanted)}`);
      const location = new URL(String(answer.headers.location), base);
      expect(location.origin).toBe(base);
      expect(new URL(location.searchParams.get('callbackUrl') ?? '/', base).origin).toBe(base);
    }
  });

  it('lead somebody who must sign in first back to the page and its query (A1)', async () => {
    for (const path of ['/incidents?view=all&q=a%26b', '/cards?tab=platform', '/incidents/abc', '/units']) {
      const answer = await request(base + path);
      const location = new URL(String(answer.headers.location), base);
      expect([location.pathname, location.searchParams.get('callbackUrl')]).toEqual(['/sign-in', path]);
    }
  });

  it('look at five wrong passwords of one account from one address, however many come at once, over all instances', { timeout: 60_000 }, async () => {
    const email = 'dispatcher5@example.org';
    const urls = board().apps.map(({ url }) => url);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => attempt(urls[n % urls.length] ?? base, email, 'wrong', '192.0.2.5')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    // The right password from there is not looked at either; from elsewhere it is.
    expect((await attempt(base, email, 'watchroom-demo', '192.0.2.5')).status).toBe(429);
    expect((await attempt(base, email, 'watchroom-demo', '192.0.2.77')).status).toBe(200);
  });

  it('do not hold against a person what others try from many addresses', async () => {
    const email = 'dispatcher6@example.org';
    expect(await signIn(base, email, 'watchroom-demo', from('198.51.100.1'))).toContain('session-token=');
    await Promise.all(Array.from({ length: 80 }, (_, n) => attempt(base, email, 'wrong', `203.0.113.${n}`)));
    expect((await attempt(base, email, 'watchroom-demo', '203.0.113.200')).status).toBe(429);
    expect((await attempt(base, email, 'watchroom-demo', '198.51.100.1')).status).toBe(200);
  });

  it('do not hold against a person what a stranger tries from the same address', async () => {
    const email = 'dispatcher2@example.org';
    const shared = '198.51.100.77';
    expect(await signIn(base, email, 'watchroom-demo', from(shared))).toContain('session-token=');
    const tried = await Promise.all(Array.from({ length: 80 }, (_, n) => attempt(base, `stranger${n}@example.org`, 'wrong', shared)));
    expect(tried.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect((await attempt(base, 'dispatcher3@example.org', 'watchroom-demo', shared)).status).toBe(429);
    expect((await attempt(base, email, 'watchroom-demo', shared)).status).toBe(200);
  });

  it('count odd e-mails as any other, and keep nothing of what was typed', async () => {
    const typed = 'my-secret-password-in-the-wrong-field';
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await attempt(base, `${typed}\u0000`, 'x', '192.0.2.99')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const rows = await query<{ summary: string }>(board().databaseUrl, `SELECT summary FROM audit_entries WHERE category = 'sign-in' AND ip = '192.0.2.99'`);
    expect(rows.map(({ summary }) => summary)).toEqual(Array.from({ length: 5 }, () => 'A sign-in was refused: no such account'));
    expect(board().app.output()).not.toContain(typed);
  });

  it('take a hash that cannot be read for a wrong password', async () => {
    await query(board().databaseUrl, `UPDATE users SET password_hash = 'not a hash' WHERE email = 'dispatcher4@example.org'`);
    expect((await attempt(base, 'dispatcher4@example.org', 'watchroom-demo', '192.0.2.44')).status).toBe(401);
  });
});

