import { beforeEach, describe, expect, it, vi } from 'vitest';

const SITE = 'https://watchroom.example';

/** A route with limits of its own: the limiters live as long as their module. */
let send: (options?: { ip?: string; body?: string; headers?: Record<string, string> }) => Promise<Response>;

beforeEach(async () => {
  vi.resetModules();
  const { publicRoute } = await import('./public-route');
  const { judgeMark } = await import('./judge-sender');
  const route = publicRoute(({ body, ip }) => Promise.resolve(Response.json({ body, ip })));
  send = ({ ip = '192.0.2.1', body = '{"a":1}', headers = {} } = {}) =>
    route(
      new Request(`${SITE}/api/public/x`, {
        method: 'POST',
        body,
        headers: { host: 'watchroom.example', 'content-type': 'application/json', 'x-forwarded-for': ip, 'x-watchroom-judged': judgeMark(), ...headers },
      }),
    );
});

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

describe('a route for strangers', () => {
  it('hands the body and the judged address to its handler', async () => {
    const answer = await send();
    expect(await answer.json()).toEqual({ body: { a: 1 }, ip: '192.0.2.1' });
  });

  it('refuses other sites, what is no JSON, and what is too large', async () => {
    expect(await codeOf(await send({ headers: { origin: 'https://other.example' } }))).toBe('foreign_origin');
    expect(await codeOf(await send({ headers: { 'sec-fetch-site': 'cross-site' } }))).toBe('foreign_origin');
    expect(await codeOf(await send({ headers: { 'content-type': 'text/plain' } }))).toBe('not_json');
    expect(await codeOf(await send({ body: '{' }))).toBe('malformed');
    expect((await send({ ip: '192.0.2.2', body: JSON.stringify('x'.repeat(8 * 1_024)) })).status).toBe(413);
  });

  it('lets one address send five in ten minutes, and says when to try again', async () => {
    for (let n = 0; n < 5; n += 1) expect((await send()).status).toBe(200);
    const refused = await send();
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
    expect((await send({ ip: '192.0.2.2' })).status).toBe(200);
  });

  it('gives all who invent an address one budget together', async () => {
    for (let n = 0; n < 5; n += 1) expect((await send({ ip: `me-${n}` })).status).toBe(200);
    expect((await send({ ip: 'another-me' })).status).toBe(429);
  });

  it('never makes one who may wait for what others send', async () => {
    for (let n = 0; n < 40; n += 1) await send();
    for (let n = 0; n < 250; n += 1) expect((await send({ ip: `198.51.100.${n}` })).status).toBe(200);
    expect((await send({ ip: '203.0.113.1' })).status).toBe(200);
  });
});
