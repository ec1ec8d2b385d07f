import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../postgres/start-postgres';
import { dataFolder } from '../postgres/testing/data-folder';
import { normalUser } from '../postgres/testing/normal-user';
import { tryLock } from '../process/file-lock';
import { freePort } from '../process/free-port';
import { type HowToStart, startCommand } from './testing/start-command';

const account = normalUser();
const NEXTAUTH_SECRET = 'a-secret-for-this-test-only';
let dir: string;
let port: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'watchroom-start-'));
  chmodSync(dir, 0o755);
  port = String(await freePort());
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the command to its end and gives its words; it has to end with 1 and without a stack trace. */
async function refusal(env: Record<string, string>, options?: HowToStart): Promise<string> {
  const { code, output } = await startCommand({ PORT: port, WATCHROOM_DATA: join(dir, 'data'), ...env }, options).ended;
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  expect(output).not.toMatch(/building/);
  return output;
}

describe('the start command refuses with one sentence', () => {
  it('a Node that is too old', async () => {
    const old = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v18.19.0"})';
    expect(await refusal({}, { nodeArgs: ['--import', old] })).toMatch(/needs Node\.js 20\.19 or newer.*v18\.19\.0/);
  });

  it('a port that is in use, naming a free one', async () => {
    const other = createServer().listen(Number(port), '127.0.0.1');
    expect(await refusal({})).toMatch(new RegExp(`Port ${port} is in use by another program.*PORT=\\d+ npm start`));
    other.close();
  });

  it('a port that is no number', async () => {
    expect(await refusal({ PORT: 'eighty' })).toMatch(/PORT is "eighty"/);
  });

  it.each([{ METRICS_TOKEN: 'short' }, { WEBHOOK_TOKEN: 'short' }, { SSE_MAX_PER_USER: 'many' }])('a setting of the web server before anything is started: %j', async (env) => {
    const data = join(dir, 'never');
    const since = performance.now();
    const output = await refusal({ ...env, WATCHROOM_DATA: data });
    const took = performance.now() - since;
    expect(output.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^Watchroom cannot start\\. ${Object.keys(env)[0]} .*See \\.env\\.example\\.$`))]);
    expect(existsSync(data)).toBe(false);
    // A second on a machine with nothing else to do; the suite shares its cores with others.
    expect(took).toBeLessThan(3_000);
  });

  it('a data folder that cannot be made', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await refusal({ WATCHROOM_DATA: join(dir, 'file/data') })).toMatch(/data folder .*cannot be written to \(ENOTDIR\).*WATCHROOM_DATA/);
  });

  it.runIf(account)('a data folder that belongs to somebody else', async () => {
    expect(await refusal({ WATCHROOM_DATA: dir }, { account: account ?? {} })).toMatch(/cannot be written to \(EACCES\)/);
  });

  it('a data folder that another copy uses', async () => {
    const taken = tryLock(join(dir, 'run.lock'), 'port 4000');
    expect(await refusal({ WATCHROOM_DATA: dir })).toMatch(new RegExp(`Another Watchroom \\(process ${process.pid}, port 4000\\) uses the data folder`));
    if ('lock' in taken) taken.lock.release();
  });

  it('a database of one\'s own without a session secret', async () => {
    expect(await refusal({ DATABASE_URL: 'postgresql://u:hidden-word@127.0.0.1/board' })).toMatch(/NEXTAUTH_SECRET is not set/);
  });

  it('a database server that is not there', async () => {
    const nobody = await freePort();
    const output = await refusal({ DATABASE_URL: `postgresql://u:hidden-word@127.0.0.1:${nobody}/board`, NEXTAUTH_SECRET });
    expect(output).toMatch(/No PostgreSQL server answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
    expect(output).not.toContain('hidden-word');
  });

  it('a Redis that is not there', async () => {
    const nobody = await freePort();
    expect(await refusal({ UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${nobody}`, UPSTASH_REDIS_REST_TOKEN: 'token' })).toMatch(/No Redis answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
  });

  it('a Redis that does not accept the token', async () => {
    const server = createHttpServer((_request, response) => response.writeHead(401).end('{"error":"no"}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port: redisPort } = server.address() as AddressInfo;
    expect(await refusal({ UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${redisPort}`, UPSTASH_REDIS_REST_TOKEN: 'token' })).toMatch(/refuses UPSTASH_REDIS_REST_TOKEN/);
    server.close();
  });
});

describe('with a database server that runs, the start command refuses with one sentence', () => {
  const folder = dataFolder();
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres({ dataDir: folder.dir, log: () => undefined });
  });
  afterAll(async () => {
    await postgres.stop();
    folder.remove();
  });

  it('a wrong password', async () => {
    const output = await refusal({ DATABASE_URL: postgres.url.replace(/:[0-9a-f]+@/, ':hidden-word@'), NEXTAUTH_SECRET });
    expect(output).toMatch(/refuses the account "watchroom" or its password/);
    expect(output).not.toContain('hidden-word');
  });

  it('a database that does not exist', async () => {
    expect(await refusal({ DATABASE_URL: postgres.url.replace(/watchroom$/, 'elsewhere'), NEXTAUTH_SECRET })).toMatch(/has no database "elsewhere"/);
  });
});
