import { fillPath, routesOnDisk } from '@/testing/routes-on-disk';
import { openStream } from '@/testing/open-stream';
import { readCsrf } from '@/testing/sign-in';
import { sendLongForm } from '@/testing/send-long-form';
import { flood, send, session, told, type Statuses, type Target } from './target';

/** What a stranger tries. `run` gives in words what the board answered, and throws Fallen when it was not refused. */
export interface Attack {
  readonly name: string;
  /** Whether the board is measured meanwhile: it is to go on for those who work with it. */
  readonly isFlood: boolean;
  run(target: Target): Promise<string>;
}

/** An attack that came through. The message says what was seen. */
export class Fallen extends Error {
  override readonly name = 'Fallen';
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MEGABYTE = 1_048_576;
/** What a parser, a database, a language or a terminal may stumble over. */
const ODD = ['%00', '%ff', '%E0%A4%A', '__proto__', 'constructor', '..%2F..%2Fetc%2Fpasswd', '%0d%0aset-cookie:a=b', '9999-12-31', '1e309', '-1', "';--", 'x'.repeat(3_000)];
/** Open to strangers on purpose, or answers by a secret of its own; `route` is a path on disk. */
const OPEN_TO_STRANGERS = /^\/api\/(auth|cron|first-run|health|metrics|public|push|status|v2|webhooks)\b/;

function demand(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Fallen(seen);
}

function demandOnly(statuses: Statuses, allowed: readonly number[]): string {
  demand([...statuses.keys()].every((status) => allowed.includes(status)), `answers were ${told(statuses)}`);
  return told(statuses);
}

export const ATTACKS: readonly Attack[] = [
  {
    name: 'A stranger cannot write lines into the log by the sign-in library',
    isFlood: false,
    async run(target) {
      const body = JSON.stringify({ level: 'error', code: 'X\r\n\u001b[2Jforged', message: 'x'.repeat(100_000) });
      const { status } = await send(target, '/api/auth/_log', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      demand(status === 404, `the answer was ${status}`);
      return 'not found';
    },
  },
  {
    name: 'Six bodies of 64 MB are refused while they are read',
    isFlood: true,
    async run(target) {
      const sent = await Promise.all(Array.from({ length: 6 }, () => sendLongForm(`${target.baseUrl}/api/auth/callback/credentials`, 64 * MEGABYTE)));
      for (const { status, bytes } of sent) demand((status === 413 || status === 'cut') && bytes < 16 * MEGABYTE, `the answer was ${status} after ${bytes} bytes`);
      return `cut off after ${Math.round(Math.max(...sent.map(({ bytes }) => bytes)) / 1_024)} kB at the most`;
    },
  },
  {
    name: 'Nobody without a session reads or writes anything',
    isFlood: false,
    async run(target) {
      const statuses = new Map<number, number>();
      for (const { path, methods } of routesOnDisk()) {
        if (!path.startsWith('/api/') || OPEN_TO_STRANGERS.test(path)) continue;
        for (const method of methods) {
          const { status } = await send(target, fillPath(path, 'x'), { method, ...(['POST', 'PUT', 'PATCH'].includes(method) ? { body: {} } : {}) });
          demand(status === 401, `${method} ${path} was answered ${status}`);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
      return told(statuses);
    },
  },
  {
    name: 'Odd texts in paths, queries and cookies are no fault of the server',
    isFlood: false,
    async run(target) {
      const statuses = new Map<number, number>();
      const paths = ODD.flatMap((odd) => [
        `/${odd}`, `/api/v2/${odd}`, `/api/push/${odd}`, `/api/health?x=${odd}`, `/sign-in?callbackUrl=${odd}`, `/api/auth/csrf?callbackUrl=${odd}`, `/bonfire-notice?date=${odd}`, `/api/auth/${odd}`,
      ]);
      for (const path of paths) {
        const { status } = await send(target, path, { headers: { cookie: `next-auth.callback-url=%ff; next-auth.session-token=${path.length}.x.y` } });
        demand(status < 500 && status > 0, `${path.slice(0, 80)} was answered ${status || 'by a cut connection'}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      return told(statuses);
    },
  },
  {
    name: 'No sign-in leads to another site',
    isFlood: false,
    async run(target) {
      for (const wanted of ['/.//elsewhere.example', '/..//elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', 'javascript:alert(1)']) {
        const { headers } = await send(target, `/api/auth/signin?callbackUrl=${encodeURIComponent(wanted)}`);
        const location = new URL(String(headers.location ?? '/'), target.baseUrl);
        const kept = (headers['set-cookie'] ?? []).map((line) => /^[^=]*callback-url=([^;]*)/.exec(line)?.[1]).filter((value) => value !== undefined);
        const places = [location.href, location.searchParams.get('callbackUrl') ?? '/', ...kept.map(decodeURIComponent)];
        const elsewhere = places.find((place) => new URL(place, target.baseUrl).origin !== new URL(target.baseUrl).origin);
        demand(elsewhere === undefined, `${wanted} leads to ${elsewhere}`);
      }
      return 'every address stays on the board';
    },
  },
  {
    name: 'The status page takes no address from a header',
    isFlood: false,
    async run(target) {
      for (const path of ['/api/status/summary.json', '/api/v2/summary.json']) {
        const { text } = await send(target, path, { headers: { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' } });
        demand(!text.includes('elsewhere.example'), `${path} names elsewhere.example`);
      }
      return 'the header is not in it';
    },
  },
  {
    name: 'Another site cannot post with somebody’s session',
    isFlood: false,
    async run(target) {
      const cookie = await session(target);
      const { status } = await send(target, '/api/incidents/unknown/presence', { method: 'POST', body: {}, headers: { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } });
      demand(status === 403, `the answer was ${status}`);
      return 'forbidden';
    },
  },
  {
    name: 'A thousand wrong heartbeat, webhook and metrics tokens are refused',
    isFlood: true,
    async run(target) {
      const heartbeats = await flood(400, 20, (index) => send(target, `/api/push/${'0'.repeat(28)}${index}`));
      const alerts = await flood(300, 20, () => send(target, '/api/webhooks/alertmanager', { method: 'POST', body: { alerts: [] }, headers: { authorization: 'Bearer wrong' } }));
      const metrics = await flood(300, 20, () => send(target, '/api/metrics', { headers: { authorization: 'Bearer wrong' } }));
      return [demandOnly(heartbeats, [404, 429]), demandOnly(alerts, [401, 403, 404, 429]), demandOnly(metrics, [401, 403, 404, 429])].join('; ');
    },
  },
  {
    name: 'The public form takes five notices from one address, and a false address counts as the same',
    isFlood: true,
    async run(target) {
      // Without a name they are refused whatever the budget says, so that no notice is left on the board.
      const statuses = await flood(200, 20, (index) => send(target, '/api/public/bonfires', { method: 'POST', body: {}, headers: { origin: new URL(target.baseUrl).origin, 'x-forwarded-for': `198.51.100.${index}` } }));
      const looked = statuses.get(422) ?? 0;
      demand(looked <= 5, `${looked} of 200 were looked at`);
      return demandOnly(statuses, [422, 429]);
    },
  },
  {
    name: 'Forty who try passwords from one address are held back, whatever address they pretend',
    isFlood: true,
    async run(target) {
      const { csrfToken, cookie } = await readCsrf(target.baseUrl);
      const statuses = await flood(400, 40, (index) => {
        const body = new URLSearchParams({ csrfToken, email: `stranger${index % 80}@example.org`, password: `guess ${index}`, json: 'true' }).toString();
        return send(target, '/api/auth/callback/credentials', { method: 'POST', body, headers: { ...FORM, cookie, origin: new URL(target.baseUrl).origin, 'x-forwarded-for': `203.0.113.${index % 250}` } });
      });
      const looked = statuses.get(401) ?? 0;
      demand(looked <= 60, `${looked} passwords of 400 were checked`);
      return demandOnly(statuses, [401, 429]);
    },
  },
  {
    name: 'One account holds three streams, by whatever names it opens them',
    isFlood: false,
    async run(target) {
      const cookie = await session(target);
      const opened = await Promise.all(Array.from({ length: 12 }, (_, index) => openStream(target.baseUrl, { cookie, path: `/api/sse?client=stranger-${index}` }).catch(() => null)));
      const over = new Set<number>();
      opened.forEach((stream, index) => void stream?.over.then(() => over.add(index)));
      // What opens beyond the limit ends an older stream; a look at the board afterwards comes later than these ends.
      for (let look = 0; look < 20; look += 1) await send(target, '/api/units', { headers: { cookie } });
      const open = opened.filter((stream, index) => stream && !over.has(index)).length;
      await Promise.all(opened.map((stream) => stream?.close()));
      demand(open <= 3, `${open} streams of one account were open`);
      return `${open} of 12 were open`;
    },
  },
  {
    name: 'A copied cookie is dead two seconds after its owner has signed out',
    isFlood: false,
    async run(target) {
      const cookie = await session(target);
      demand((await send(target, '/api/units', { headers: { cookie } })).status === 200, 'the cookie did not work before');
      const csrf = await readCsrf(target.baseUrl, { cookie });
      const out = await send(target, '/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken: csrf.csrfToken, json: 'true' }).toString(), headers: { ...FORM, cookie: `${cookie}; ${csrf.cookie}`, origin: new URL(target.baseUrl).origin } });
      demand(out.status === 200, `signing out was answered ${out.status}`);
      const since = performance.now();
      while ((await send(target, '/api/units', { headers: { cookie } })).status === 200) demand(performance.now() - since < 2_000, 'it still worked after two seconds');
      return `refused after ${Math.round(performance.now() - since)} ms`;
    },
  },
  {
    name: 'Nobody is present in a room that does not exist',
    isFlood: false,
    async run(target) {
      const cookie = await session(target);
      const statuses = await flood(20, 5, (index) => send(target, `/api/incidents/unknown-${index}/presence`, { method: 'POST', body: {}, headers: { cookie, origin: new URL(target.baseUrl).origin } }));
      return demandOnly(statuses, [404]);
    },
  },
];
