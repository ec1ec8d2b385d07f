import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { openEvents } from './contract/event-lines';
import { freePort, hasRedisServer, startRedisProcess } from './contract/redis-process';
import { createTarget } from './contract/target';

const TOKEN = 'a-token-nobody-may-see';
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Launched {
  readonly child: ChildProcess;
  /** Everything it wrote, to either side. */
  output(): string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** The address it said it listens on. */
  readonly ready: Promise<string>;
}

describe('the server process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

  function launch(variables: Record<string, string>): Launched {
    const env = { PATH: process.env.PATH, UPSTASH_REDIS_REST_TOKEN: TOKEN, ...variables };
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env: { ...env, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const url = /^ready (\S+)$/m.exec(text)?.[1];
        if (url !== undefined) resolve(url);
      });
      void ended.then(() => reject(new Error(`ended before it was ready: ${text}`)));
    });
    ready.catch(() => undefined);
    return { child, output: () => text, ended, ready };
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('says where it listens and ends cleanly on %s with a stream open', async (signal) => {
    const port = await freePort();
    const { child, output, ended, ready } = launch({ WATCHROOM_REDIS_PORT: String(port) });
    expect(await ready).toBe(`http://127.0.0.1:${port}`);
    const events = await openEvents(createTarget(await ready, TOKEN), 'subscribe', 'room');
    const startedAt = Date.now();
    child.kill(signal);
    expect(await events.data()).toBeUndefined();
    expect(await ended).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(output()).toBe(`ready http://127.0.0.1:${port}\n`);
  });

  test('a port that is taken ends it with one sentence', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const { output, ended } = launch({ WATCHROOM_REDIS_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toBe(`redis: cannot start: port ${port} is already in use\n`);
    other.close();
  });

  test('a REDIS_URL that is none ends it with one sentence that does not repeat it', async () => {
    const { output, ended } = launch({ WATCHROOM_REDIS_PORT: '0', REDIS_URL: 'localhost:6379:hunter2' });
    expect(await ended).toBe(1);
    expect(output()).toBe('redis: cannot start: REDIS_URL must look like redis://user:password@host:6379/0\n');
  });

  test.runIf(hasRedisServer() || process.env.CI)('a refused password ends it with one sentence that does not repeat it', async () => {
    const redis = await startRedisProcess('--requirepass', 'correct');
    const { output, ended } = launch({ WATCHROOM_REDIS_PORT: '0', REDIS_URL: `redis://:hunter2@127.0.0.1:${redis.port}` });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^redis: cannot start: Redis at 127\.0\.0\.1:\d+ cannot be used: WRONGPASS [^\n]*\n$/);
    const { ready, child, ended: stopped } = launch({ WATCHROOM_REDIS_PORT: '0', REDIS_URL: `redis://:correct@127.0.0.1:${redis.port}/1` });
    const target = createTarget(await ready, TOKEN);
    expect(await target.run('SET', 'a', '1')).toBe('OK');
    const startedAt = Date.now();
    child.kill('SIGTERM');
    expect(await stopped).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    await redis.remove();
  });

  test('a Redis that is not there ends it with one sentence after a while', async () => {
    const port = await freePort();
    const { output, ended } = launch({ WATCHROOM_REDIS_PORT: '0', REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(await ended).toBe(1);
    expect(output()).toBe(`redis: cannot start: Redis at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}\n`);
  });
});
