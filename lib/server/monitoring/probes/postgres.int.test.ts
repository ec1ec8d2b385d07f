import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder } from '@/local/postgres/testing/data-folder';
import { type Postgres, startPostgres } from '@/local/postgres/start-postgres';
import { query } from '@/testing/database';
import { eventually } from '@/testing/eventually';
import { probePostgres } from './postgres';
import { runProbe } from './run-probe';
import { inDays, makeAuthority } from './testing/certificates';
import { calm, configOf } from './testing/configs';
import { startFloodServer } from './testing/flood-server';

let folder: ReturnType<typeof dataFolder>;
let server: Postgres;
beforeAll(async () => {
  folder = dataFolder();
  server = await startPostgres({ dataDir: folder.dir, log: () => undefined });
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const unused = () => Promise.reject(new Error('not asked'));
const run = (secret: string, timeoutMs = 30_000) =>
  runProbe({ config: configOf('postgres'), secret, timeoutMs, warnLatencyMs: null }, { ownOrigin: 'http://127.0.0.1:1', own: { database: unused, redis: unused, stream: unused } });
const changed = (change: (url: URL) => void): string => {
  const url = new URL(server.url);
  change(url);
  return url.href;
};
const WELL = { outcome: 'ok', latencyMs: expect.any(Number), message: null };
const failed = (message: string) => ({ outcome: 'fail', latencyMs: null, message });

test('a database that answers is well, and no connection to it stays', async () => {
  expect(await run(server.url)).toEqual(WELL);
  expect(await run(changed((url) => (url.hostname = 'localhost')))).toEqual(WELL);
  expect(await probePostgres(server.url, calm())).toEqual(WELL);
  await eventually('all connections to be gone', async () => (await query(server.url, "SELECT 1 FROM pg_stat_activity WHERE application_name = 'Watchroom'")).length === 0);
});

test('what the server refuses is told in words, without the password', async () => {
  expect(await run(changed((url) => (url.password = 'hunter2')))).toEqual(failed('The database refused the password.'));
  expect(await run(changed((url) => (url.pathname = '/nothing')))).toEqual(failed('There is no such database.'));
  expect(await run(changed((url) => (url.search = '?sslmode=require')))).toEqual(failed('The other side does not speak TLS.'));
});

/** Takes a request for TLS as PostgreSQL does, and passes on what comes then. */
async function startTlsFront() {
  const certificate = makeAuthority().issue(inDays(-1), inDays(90));
  const front = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, ...certificate });
      const behind = connect(server.port, '127.0.0.1');
      for (const one of [secure, behind]) one.on('error', () => undefined);
      secure.pipe(behind).pipe(secure);
    });
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  return { port: (front.address() as AddressInfo).port, close: () => void front.close() };
}

test('TLS is spoken when it is asked for, and the certificate checked unless that is declined', async () => {
  const front = await startTlsFront();
  const through = (sslmode: string) => run(changed((url) => ((url.port = String(front.port)), (url.search = `?sslmode=${sslmode}`))));
  expect(await through('no-verify')).toEqual(WELL);
  for (const sslmode of ['prefer', 'require', 'verify-full']) {
    expect(await through(sslmode)).toEqual(failed('The certificate is not trusted: its issuer is not known.'));
  }
  front.close();
});

test('this machine\'s own password is sent to nobody', async () => {
  process.env.PGPASSWORD = new URL(server.url).password;
  try {
    expect(await run(changed((url) => (url.password = '')))).toMatchObject({ outcome: 'fail', message: 'The password was refused.' });
  } finally {
    delete process.env.PGPASSWORD;
  }
});

test('options of the string read no file and lead nowhere else', async () => {
  expect(await run(changed((url) => (url.search = '?sslrootcert=/no/such/file&port=1&schema=public')))).toEqual(WELL);
  expect(await run(changed((url) => (url.search = '?host=169.254.169.254')))).toEqual(failed('The connection string must name a host, before the question mark.'));
});

test('a server that hangs ends at the time-out, one that is killed refuses, and one that is back is well', async () => {
  process.kill(server.pid, 'SIGSTOP');
  expect(await run(server.url, 300)).toEqual(failed('No answer within 0.3 s.'));
  process.kill(server.pid, 'SIGCONT');
  expect(await run(server.url)).toEqual(WELL);
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  expect(await run(server.url)).toEqual(failed('Connection refused.'));
  server = await startPostgres({ dataDir: folder.dir, log: () => undefined, port: server.port });
  expect(await run(server.url)).toEqual(WELL);
});

test('of a server that floods only a little is taken', async () => {
  // A notice (N) that claims to be 512 MB long.
  const flood = await startFloodServer(Buffer.from([0x4e, 0x20, 0, 0, 0]));
  expect(await run(`postgres://watch:hunter2@127.0.0.1:${flood.port}/board`)).toEqual(failed('The answer is too long.'));
  expect(await flood.sent).toBeLessThan(16 * 1_048_576);
  await flood.close();
});
