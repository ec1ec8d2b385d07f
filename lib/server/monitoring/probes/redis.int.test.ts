import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRedisServer, type RedisProcess, startRedisProcess } from '@/local/redis/contract/redis-process';
import { probeRedis } from './redis';
import { runProbe } from './run-probe';
import { inDays, makeAuthority } from './testing/certificates';
import { calm, configOf } from './testing/configs';
import { startFloodServer } from './testing/flood-server';

const unused = () => Promise.reject(new Error('not asked'));
const run = (secret: string, timeoutMs = 30_000) =>
  runProbe({ config: configOf('redis'), secret, timeoutMs, warnLatencyMs: null }, { ownOrigin: 'http://127.0.0.1:1', own: { database: unused, redis: unused, stream: unused } });
const WELL = { outcome: 'ok', latencyMs: expect.any(Number), message: null };
const failed = (message: string) => ({ outcome: 'fail', latencyMs: null, message });

const authority = makeAuthority();

/** A TLS server, what it was told, and how to end it. */
async function serveTls(take: (socket: TLSSocket) => void) {
  const heard: Buffer[] = [];
  const server = createServer(authority.issue(inDays(-1), inDays(90)), (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => heard.push(chunk));
    take(socket);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, heard, close };
}

test('a password is not sent before the certificate was checked', async () => {
  const server = await serveTls(() => undefined);
  expect(await run(`rediss://:hunter2@127.0.0.1:${server.port}`)).toEqual(failed('The certificate is not trusted: its issuer is not known.'));
  await server.close();
  expect(Buffer.concat(server.heard).toString()).toBe('');
});

test('of a server that floods only a little is taken', async () => {
  // A text that claims to be 512 MB long.
  const flood = await startFloodServer(Buffer.from('$536870912\r\n'));
  expect(await run(`redis://127.0.0.1:${flood.port}`)).toEqual(failed('The answer is too long.'));
  expect(await flood.sent).toBeLessThan(16 * 1_048_576);
  await flood.close();
});

const there = hasRedisServer() || Boolean(process.env.CI);
if (!there) console.warn('NOT TESTED: the probe of a real Redis, because there is no redis-server on the PATH');

describe.runIf(there)('a real Redis', () => {
  let redis: RedisProcess;
  let address: string;
  beforeAll(async () => {
    redis = await startRedisProcess('--requirepass', 'p@ss word');
    address = `127.0.0.1:${redis.port}`;
  });
  afterAll(() => redis.remove());

  const url = () => `redis://:p%40ss%20word@${address}`;

  test('is well when it answers, on any of its databases', async () => {
    expect(await run(url())).toEqual(WELL);
    expect(await run(`${url()}/3`)).toEqual(WELL);
    expect(await run(`redis://default:p%40ss%20word@${address}`)).toEqual(WELL);
  });

  test('is well behind TLS with a certificate that is trusted', async () => {
    const front = await serveTls((socket) => void socket.pipe(connect(redis.port, '127.0.0.1')).pipe(socket));
    expect(await probeRedis(`rediss://:p%40ss%20word@localhost:${front.port}`, calm(), { ca: authority.cert })).toEqual(WELL);
    await front.close();
  });

  test('that refuses is told in words, without the password', async () => {
    expect(await run(`redis://:hunter2@${address}`)).toEqual(failed('Redis refused the password.'));
    expect(await run(`redis://${address}`)).toEqual(failed('Redis wants a password.'));
  });

  test('that hangs ends at the time-out, that is killed refuses, that is back is well', async () => {
    redis.signal('SIGSTOP');
    expect(await run(url(), 300)).toEqual(failed('No answer within 0.3 s.'));
    redis.signal('SIGCONT');
    expect(await run(url())).toEqual(WELL);
    await redis.crash();
    expect(await run(url())).toEqual(failed('Connection refused.'));
    await redis.restart();
    expect(await run(url())).toEqual(WELL);
  });
});
