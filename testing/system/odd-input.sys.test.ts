import { beforeAll, describe, expect, it } from 'vitest';
import { person, type Person } from '../person';
import { request } from '../request';
import { fillPath, pagesOnDisk, routesOnDisk, type Method } from '../routes-on-disk';
import { useBoard } from '../use-board';

/** What no form sends, as it stands in an address. */
const ODD = ['%00', '%ff', '%ED%A0%80', 'constructor', '__proto__', 'hasOwnProperty', '9999-12-31', '0000-00-00', '1e999', '-1', '99999999999999999999', '%25', '%5C', "'", '%F0%9F%94%A5', 'a'.repeat(2_000), ''];
/** Every name that a route or page reads from its query, and some that none does. */
const NAMES = ['after', 'audience', 'before', 'bonfire', 'client', 'cursor', 'day', 'flash', 'from', 'id', 'incident', 'last', 'level', 'limit', 'month', 'monitor', 'msg', 'ping', 'priority', 'q', 'range', 'since', 'sort', 'state', 'station', 'status', 'to', 'topics', 'type', 'unit', 'view', 'callbackUrl', '__proto__', 'constructor'];
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[[]]'],
  ['an odd prototype', '{"__proto__":{"id":"x"},"constructor":"x","toString":1}'],
  ['odd values', JSON.stringify(Object.fromEntries(['title', 'text', 'name', 'key', 'code', 'label', 'status', 'state', 'type', 'priority', 'level', 'action', 'kind', 'role', 'config', 'id', 'version', 'clientMsgId', 'severity', 'P1'].map((name) => [name, '\u0000constructor'])))],
  ['numbers beyond all measure', '{"version":1e999,"limit":-1,"lat":1e308,"startsAt":9e99,"intervalMs":2147483648}'],
  ['a deep nest', '['.repeat(5_000) + ']'.repeat(5_000)],
];

describe('odd input', () => {
  const board = useBoard();
  /** Each may write 120 times a minute; every body of the list goes out under another name. */
  let admins: Person[];
  beforeAll(async () => {
    await board().sql(`UPDATE users SET role = 'admin' WHERE email LIKE 'dispatcher%' OR email LIKE 'supervisor%' OR email LIKE 'observer%'`);
    admins = await Promise.all(['admin', 'supervisor', 'observer', 'dispatcher1', 'dispatcher2', 'dispatcher3', 'dispatcher4', 'dispatcher5'].map((name) => person(board().app.url, name)));
  });

  async function statusOf(who: Person, method: Method, path: string, body?: string): Promise<number> {
    const headers = { cookie: who.cookie, origin: board().app.url, 'content-type': 'application/json' };
    // A stream never ends; its status is there at once.
    if (/\/(sse|stream)(\?|$)/.test(path) && method === 'GET') {
      const answer = await fetch(`${board().app.url}${path}`, { headers, signal: AbortSignal.timeout(20_000) });
      await answer.body?.cancel();
      return answer.status;
    }
    return (await request(`${board().app.url}${path}`, { method, headers, body })).status;
  }

  /** What was answered with a fault of the server's, or was not looked at because too much was asked. */
  async function faults(calls: readonly (readonly [who: Person, method: Method, path: string, body?: string | undefined])[]): Promise<string[]> {
    const found: string[] = [];
    const waiting = [...calls];
    const work = async () => {
      for (let call = waiting.shift(); call; call = waiting.shift()) {
        const [who, method, path, body] = call;
        const status = await statusOf(who, method, path, body).catch((error: Error) => error.message);
        // What strangers may ask is counted by their address; all of these come from one.
        const isUnseen = status === 429 && !/^\/api\/(push|public|status|v2)\//.test(path);
        if (typeof status === 'string' || isUnseen || (status >= 500 && status !== 503)) found.push(`${status} ${method} ${path.slice(0, 120)} ${body?.slice(0, 60) ?? ''}`);
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    return found;
  }

  const adminFor = (index: number) => admins[index % admins.length] ?? admins[0]!;
  const reads = () => routesOnDisk().filter(({ path, methods }) => methods.includes('GET') && !path.startsWith('/api/auth') && !path.startsWith('/api/push'));

  it('in a query is an answer of its own, never a fault of the server', async () => {
    const calls = reads().flatMap(({ path }) =>
      ODD.map((odd, index) => [adminFor(index), 'GET', `${fillPath(path, 'nobody')}?${NAMES.map((name) => `${name}=${odd.slice(0, 300)}`).join('&')}`] as const),
    );
    expect(calls.length).toBeGreaterThan(300);
    expect(await faults(calls)).toEqual([]);
  });

  it('each parameter by itself', async () => {
    const calls = reads().flatMap(({ path }) => NAMES.flatMap((name, index) => ['%00', 'constructor', '9999-12-31'].map((odd) => [adminFor(index), 'GET', `${fillPath(path, 'nobody')}?${name}=${odd}`] as const)));
    expect(await faults(calls)).toEqual([]);
  });

  it('in a path', async () => {
    const calls = routesOnDisk()
      .filter(({ path }) => path.includes('[') && !path.startsWith('/api/auth'))
      .flatMap(({ path, methods }) => ODD.filter(Boolean).flatMap((odd, index) => methods.map((method) => [adminFor(index), method, fillPath(path, odd), method === 'GET' || method === 'HEAD' || method === 'DELETE' ? undefined : '{}'] as const)));
    expect(calls.length).toBeGreaterThan(300);
    expect(await faults(calls)).toEqual([]);
  });

  it.each(BODIES)('in a body: %s', async (_what, body) => {
    const index = BODIES.findIndex(([, one]) => one === body);
    const calls = routesOnDisk().flatMap(({ path, methods }) => methods.filter((method) => method !== 'GET' && method !== 'HEAD' && !path.startsWith('/api/auth')).map((method) => [adminFor(index), method, fillPath(path, 'nobody'), body] as const));
    expect(calls.length).toBeGreaterThan(30);
    expect(await faults(calls)).toEqual([]);
  });

  it('in the address of a page', async () => {
    const calls = pagesOnDisk().flatMap((path) => [
      ...['%00', 'constructor', '__proto__', '%ff', '9999-12-31'].map((odd, index) => [adminFor(index), 'GET', `${fillPath(path, 'nobody')}?${NAMES.map((name) => `${name}=${odd}`).join('&')}`] as const),
      ...(path.includes('[') ? ODD.filter(Boolean).map((odd, index) => [adminFor(index), 'GET', fillPath(path, odd)] as const) : []),
    ]);
    expect(calls.length).toBeGreaterThan(60);
    expect(await faults(calls)).toEqual([]);
  });
});
