import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { guardLookup } from './allowed-address';
import { type ProbeTarget, runProbe } from './run-probe';
import { probeTcp } from './tcp';
import { type Certificate, inDays, makeAuthority } from './testing/certificates';
import { calm, configOf } from './testing/configs';
import { probeTls } from './tls';

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) await close(server);
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}

const unused = () => Promise.reject(new Error('not asked'));
const run = (config: ProbeTarget['config'], timeoutMs = 30_000) =>
  runProbe({ config, secret: null, timeoutMs, warnLatencyMs: null }, { ownOrigin: 'http://127.0.0.1:1', own: { database: unused, redis: unused, stream: unused } });

const authority = makeAuthority();
const serveTls = (certificate: Certificate) => listen(createTlsServer(certificate));
const lookAt = (port: number, rest: { now?: () => number; host?: string; warnDays?: number } = {}) =>
  probeTls(configOf('tls', { host: rest.host ?? 'localhost', port, warnDays: rest.warnDays ?? 14 }), calm(), { ca: authority.cert, now: rest.now ?? Date.now });

test('a TCP port is well while it is open and refused once it is closed; the connection does not stay', async () => {
  const server = createServer();
  const gone = once(server, 'connection').then(([socket]: Socket[]) => socket && once(socket.resume(), 'close'));
  const port = await listen(server);
  const config = configOf('tcp', { host: '127.0.0.1', port });
  // Nobody aborts this signal: it closes by itself.
  expect(await probeTcp(config, calm())).toEqual({ outcome: 'ok', latencyMs: expect.any(Number), message: null });
  await gone;
  expect(await run(config)).toMatchObject({ outcome: 'ok' });
  await close(server);
  expect(await run(config)).toEqual({ outcome: 'fail', latencyMs: null, message: 'Connection refused.' });
});

test('a name is reached at the address it has, and refused at one that may not be probed', async () => {
  const port = await listen(createServer());
  const config = configOf('tcp', { host: 'pump.example', port });
  const at = (...addresses: string[]) => guardLookup(async () => addresses.map((address) => ({ address, family: 4 })));
  expect(await probeTcp(config, calm(), at('127.0.0.1'))).toMatchObject({ outcome: 'ok' });
  await expect(probeTcp(config, calm(), at('127.0.0.1', '169.254.169.254'))).rejects.toThrow('pump.example is at 169.254.169.254, which may not be probed.');
});

test('a name that does not exist is told as such', async () => {
  expect(await run(configOf('tcp', { host: 'nobody.invalid', port: 80 }))).toMatchObject({ outcome: 'fail', message: expect.stringMatching(/^The name (cannot be resolved|server does not answer)\.$/) });
});

test('a good certificate is well', async () => {
  const port = await serveTls(authority.issue(inDays(-1), inDays(15)));
  expect(await lookAt(port)).toEqual({ outcome: 'ok', latencyMs: expect.any(Number), message: null });
  expect(await lookAt(port, { host: '127.0.0.1' })).toMatchObject({ outcome: 'ok' });
});

test('a certificate near its end is a warning, by the real clock and at the boundary of another', async () => {
  const end = inDays(3.5);
  const port = await serveTls(authority.issue(inDays(-80), end));
  expect(await lookAt(port)).toMatchObject({ outcome: 'warn', message: 'The certificate ends in 3 days.' });
  expect(await lookAt(port, { warnDays: 3 })).toMatchObject({ outcome: 'ok' });
  expect(await lookAt(port, { now: () => end.getTime() - 14 * 86_400_000 })).toMatchObject({ outcome: 'ok' });
  expect(await lookAt(port, { now: () => end.getTime() - 14 * 86_400_000 + 1 })).toMatchObject({ outcome: 'warn', message: 'The certificate ends in 13 days.' });
});

test.each([
  ['that has expired', () => authority.issue(inDays(-80), inDays(-1)), 'The certificate has expired.'],
  ['that is not valid yet', () => authority.issue(inDays(1), inDays(80)), 'The certificate is not valid yet.'],
  ['for another name', () => authority.issue(inDays(-1), inDays(80), 'other.example'), 'The certificate is for another name.'],
  ['of another authority', () => makeAuthority().issue(inDays(-1), inDays(80)), /^The certificate is not trusted/],
  ['that signs itself', () => makeAuthority(), 'The certificate is not trusted: it signs itself.'],
])('a certificate %s is a failure', async (_name, certificate, message) => {
  expect(await lookAt(await serveTls(certificate()))).toEqual({ outcome: 'fail', latencyMs: expect.any(Number), message: expect.stringMatching(message) });
});

test('a server that does not speak TLS, hangs up, or says nothing is a failure', async () => {
  const chatty = await listen(createServer((socket) => void socket.write('220 mail.example ready\r\n')));
  expect(await run(configOf('tls', { host: '127.0.0.1', port: chatty }))).toMatchObject({ outcome: 'fail', message: 'The other side does not speak TLS as it should.' });
  const shy = await listen(createServer((socket) => void socket.destroy()));
  expect(await run(configOf('tls', { host: '127.0.0.1', port: shy }))).toMatchObject({ outcome: 'fail', message: 'The connection was cut.' });
  const gone: Promise<unknown>[] = [];
  const silent = await listen(createServer((socket) => void gone.push(once(socket.resume(), 'close'))));
  expect(await run(configOf('tls', { host: '127.0.0.1', port: silent }), 300)).toMatchObject({ outcome: 'fail', message: 'No answer within 0.3 s.' });
  await Promise.all(gone);
  expect(gone).toHaveLength(1);
});
