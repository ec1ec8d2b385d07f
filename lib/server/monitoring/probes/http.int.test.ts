import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { MAX_ANSWER_BYTES, MAX_REDIRECTS } from '@/lib/protocol/monitor';
import { guardLookup } from './allowed-address';
import { probeHttp } from './http';
import { type ProbeTarget, runProbe } from './run-probe';
import { makeAuthority, inDays } from './testing/certificates';
import { calm, configOf } from './testing/configs';
import { hang, type PageServer, redirectTo, startPageServer, text } from './testing/page-server';

const servers: PageServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(...[page, tls]: Parameters<typeof startPageServer>): Promise<PageServer> {
  const server = await startPageServer(page, tls);
  servers.push(server);
  return server;
}

const OWN = 'http://127.0.0.1:1';
const http = (url: string, rest: Record<string, unknown> = {}) => configOf('http', { url, ...rest });
const probe = (url: string, rest?: Record<string, unknown>) => probeHttp(http(url, rest), calm(), OWN);
const unused = () => Promise.reject(new Error('not asked'));

function run(url: string, target: Partial<ProbeTarget> = {}) {
  return runProbe({ config: http(url), secret: null, timeoutMs: 30_000, warnLatencyMs: null, ...target }, { ownOrigin: OWN, own: { database: unused, redis: unused, stream: unused } });
}

test('a server that slows, fails and recovers is well, slow, failing and well', async () => {
  const server = await serve(text('ok'));
  const look = () => run(server.origin, { warnLatencyMs: 250 });
  expect(await look()).toMatchObject({ outcome: 'ok', message: null });
  server.page = (_request, response) => void setTimeout(() => response.end(), 300);
  expect(await look()).toMatchObject({ outcome: 'warn', message: expect.stringMatching(/^Slow: \d+ ms, more than 250 ms\.$/) });
  server.page = text('no', 503);
  expect(await look()).toMatchObject({ outcome: 'fail', message: 'The answer was 503, not 200 to 399.', latencyMs: expect.any(Number) });
  server.page = (request) => void request.socket.destroy();
  expect(await look()).toMatchObject({ outcome: 'fail', message: 'The connection was cut.' });
  server.page = text('ok');
  expect(await look()).toMatchObject({ outcome: 'ok', message: null });
  await server.close();
  servers.length = 0;
  expect(await look()).toMatchObject({ outcome: 'fail', message: 'Connection refused.' });
});

test('it asks on a fresh connection each time, says who it is, and leaves nothing open', async () => {
  const server = await serve(text('ok'));
  await probe(`${server.origin}/a?b=1`);
  await probe(server.origin, { method: 'HEAD' });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /a?b=1', 'HEAD /']);
  expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'Watchroom', host: `127.0.0.1:${server.port}` });
  expect(server.requests[0]?.socket).not.toBe(server.requests[1]?.socket);
  await server.idle();
});

test('a server that takes the request and says nothing ends at the time-out, and the connection with it', async () => {
  const server = await serve(hang);
  expect(await run(server.origin, { timeoutMs: 300 })).toEqual({ outcome: 'fail', latencyMs: null, message: 'No answer within 0.3 s.' });
  await server.idle();
});

test('a text that never ends is given up at the time-out', async () => {
  const server = await serve((_request, response) => void response.write('and so on'));
  const look = await run(server.origin, { config: http(server.origin, { keyword: 'the end' }), timeoutMs: 300 });
  expect(look).toMatchObject({ outcome: 'fail', message: 'No answer within 0.3 s.' });
  await server.idle();
});

test('an answer without end to its headers is no answer', async () => {
  const server = await serve((request) => {
    const { socket } = request;
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 200 OK\r\n');
    const more = () => {
      while (!socket.destroyed && socket.write(`x: ${'y'.repeat(1_000)}\r\n`));
    };
    socket.on('drain', more);
    more();
  });
  expect(await run(server.origin)).toMatchObject({ outcome: 'fail', message: 'The answer is not HTTP.' });
});

const HUNDRED_MB = 104_857_600;
/** What may be under way in the buffers of the system and of both programs. */
const IN_BUFFERS = 16 * 1_048_576;

/** Sends as fast as it is taken; `sent` resolves with the bytes when the connection ends. */
function flood(headers: Record<string, string>): { page: (request: unknown, response: ServerResponse) => void; sent: Promise<number> } {
  let done: (bytes: number) => void = () => undefined;
  const sent = new Promise<number>((resolve) => (done = resolve));
  return {
    sent,
    page(_request, response) {
      const chunk = Buffer.alloc(65_536, 'x');
      let bytes = 0;
      response.writeHead(200, headers);
      const more = () => {
        while (!response.destroyed && bytes < HUNDRED_MB) {
          bytes += chunk.length;
          if (!response.write(chunk)) return;
        }
        if (bytes >= HUNDRED_MB) response.end();
      };
      response.on('drain', more);
      void once(response, 'close').then(() => done(bytes));
      more();
    },
  };
}

test.each([
  ['whose text does not matter', {}, {}, { outcome: 'ok', message: null }],
  ['whose text matters', {}, { keyword: 'y' }, { outcome: 'fail', message: 'The answer is longer than 1 MB, which is too long to look into.' }],
  ['that says so beforehand', { 'content-length': String(HUNDRED_MB) }, { keyword: 'y' }, { outcome: 'fail', message: 'The answer is longer than 1 MB, which is too long to look into.' }],
])('of 100 MB %s only a little is taken, at once', async (_name, headers, rest, expected) => {
  const { page, sent } = flood(headers);
  const server = await serve(page);
  const startedAt = performance.now();
  expect(await probe(server.origin, rest)).toMatchObject(expected);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(await sent).toBeLessThan(IN_BUFFERS);
});

test('a text as long as may be is looked into', async () => {
  const server = await serve(text(`${'x'.repeat(MAX_ANSWER_BYTES - 1)}y`));
  expect(await probe(server.origin, { keyword: 'xy' })).toMatchObject({ outcome: 'ok' });
  server.page = text(`${'x'.repeat(MAX_ANSWER_BYTES)}y`);
  expect(await probe(server.origin, { keyword: 'x' })).toMatchObject({ outcome: 'fail' });
});

test('a keyword is found in the letters of the page', async () => {
  const server = await serve((_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(Buffer.from('Brannstasjon på plass', 'latin1')));
  expect(await probe(server.origin, { keyword: 'på plass' })).toMatchObject({ outcome: 'ok' });
});

test('a JSON value is looked at', async () => {
  const server = await serve(text('{"parts":[{"state":"up"}]}'));
  const json = (equals: string) => ({ json: { pointer: '/parts/0/state', equals } });
  expect(await probe(server.origin, json('up'))).toMatchObject({ outcome: 'ok' });
  expect(await probe(server.origin, json('down'))).toMatchObject({ outcome: 'fail', message: 'At /parts/0/state is another value than "down".', reading: '"up"' });
});

test('redirects are followed to the end of the chain that is allowed, and no further', async () => {
  const server = await serve(text('there'));
  const chain = (length: number) => (server.page = (request, response) => {
    const hop = Number(request.url?.slice(1));
    const page = hop < length ? redirectTo(`/${hop + 1}`, [301, 302, 303, 307, 308][hop % 5]) : text('there');
    page(request, response);
  });
  chain(MAX_REDIRECTS);
  expect(await probe(`${server.origin}/0`, { keyword: 'there' })).toMatchObject({ outcome: 'ok' });
  chain(MAX_REDIRECTS + 1);
  expect(await probe(`${server.origin}/0`)).toMatchObject({ outcome: 'fail', message: 'Redirects without end: more than 5.' });
});

test('a server that redirects for ever is asked no more than the allowed times', async () => {
  const server = await serve(redirectTo('/again'));
  expect(await probe(server.origin)).toMatchObject({ outcome: 'fail', message: 'Redirects without end: more than 5.' });
  expect(server.requests).toHaveLength(MAX_REDIRECTS + 1);
  await server.idle();
});

test('a monitor that wants nothing but a redirect gets to see it', async () => {
  const server = await serve(redirectTo('http://169.254.169.254/'));
  expect(await probe(server.origin, { statusFrom: 301, statusTo: 302 })).toMatchObject({ outcome: 'ok' });
});

test.each([
  ['file:///etc/passwd', 'The answer redirects to file:, but only http: and https: are followed.'],
  ['gopher://127.0.0.1/', 'The answer redirects to gopher:, but only http: and https: are followed.'],
  ['http://', 'The answer redirects to something that is no address.'],
])('a redirect to %s is a failure', async (location, message) => {
  const server = await serve(redirectTo(location));
  expect(await probe(server.origin)).toMatchObject({ outcome: 'fail', message });
});

test.each(['http://169.254.169.254/latest/', 'http://2852039166/', 'http://[::ffff:a9fe:a9fe]/', 'http://metadata.google.internal/', '//0.0.0.0/'])(
  'a redirect to %s is refused',
  async (location) => {
    const server = await serve(redirectTo(location));
    expect(await run(server.origin)).toMatchObject({ outcome: 'fail', message: expect.stringMatching(/may not be probed\. Choose another address\.$/) });
    expect(server.requests).toHaveLength(1);
  },
);

test('a name is refused when it resolves to a refused address, and works when it does not', async () => {
  const server = await serve(text('ok'));
  const at = (address: string) => probeHttp(http(`http://plant.example:${server.port}/`), calm(), OWN, { lookup: guardLookup(async () => [{ address, family: 4 }]) });
  await expect(at('169.254.169.254')).rejects.toThrow('plant.example is at 169.254.169.254, which may not be probed.');
  expect(await at('127.0.0.1')).toMatchObject({ outcome: 'ok' });
  expect(server.requests[0]?.headers.host).toBe(`plant.example:${server.port}`);
});

test('a path is Watchroom\'s own', async () => {
  const server = await serve((request, response) => text(request.url ?? '')(request, response));
  expect(await probeHttp(http('/api/health?x=1', { keyword: '/api/health?x=1' }), calm(), server.origin)).toMatchObject({ outcome: 'ok' });
});

test('https is answered only with a certificate that is trusted', async () => {
  const authority = makeAuthority();
  const server = await serve(text('ok'), authority.issue(inDays(-1), inDays(90)));
  expect(await run(server.origin)).toMatchObject({ outcome: 'fail', message: 'The certificate is not trusted: its issuer is not known.' });
  expect(server.requests).toHaveLength(0);
  expect(await probeHttp(http(server.origin), calm(), OWN, { ca: authority.cert })).toMatchObject({ outcome: 'ok' });
  expect(await run(server.origin.replace('https', 'http'))).toMatchObject({ outcome: 'fail' });
});
