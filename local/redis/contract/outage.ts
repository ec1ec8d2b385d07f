import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedisEngine } from '../real/redis-engine';
import { openEvents } from './event-lines';
import { startRedisProcess, type RedisProcess } from './redis-process';
import { startOwnTarget, type OwnTarget } from './target';

/** What happens while the real Redis is away and when it is back. */
export function outageContract(): void {
  let redis: RedisProcess;
  let target: OwnTarget;
  let lines: string[];

  beforeEach(async () => {
    redis = await startRedisProcess();
    lines = [];
    const engine = await createRedisEngine({ url: redis.url, log: (line) => lines.push(line), stallTimeoutMs: 300 });
    target = await startOwnTarget(engine);
  });
  afterEach(async () => {
    await target.close();
    await redis.remove();
  });

  test('a crash fails commands at once with a clear error, and after the restart everything works on with its data', async () => {
    const key = target.key('kept');
    await target.run('SET', key, 'before');
    const events = await openEvents(target, 'subscribe', 'room');
    await redis.crash();
    expect(await events.data()).toBeUndefined();

    const startedAt = Date.now();
    await expect(target.redis.get(key)).rejects.toThrow('ERR Redis is not reachable');
    const get = `["GET","${key}"]`;
    for (const [path = '', body = ''] of [['/', get], ['/pipeline', `[${get}]`], ['/multi-exec', `[${get}]`], ['/subscribe/room']]) {
      const response = await target.request(path, { body });
      expect([path, response.status, await response.json()]).toEqual([path, 503, { error: 'ERR Redis is not reachable' }]);
    }
    const health = await fetch(`${target.url}/health`);
    expect([health.status, await health.json()]).toEqual([503, { status: 'unreachable', engine: 'redis' }]);
    expect(Date.now() - startedAt).toBeLessThan(1_000);

    await redis.restart();
    await vi.waitFor(async () => expect(await target.run('GET', key)).toBe('before'), { timeout: 5_000, interval: 50 });
    const again = await vi.waitFor(() => openEvents(target, 'subscribe', 'room'), { timeout: 5_000, interval: 50 });
    await target.run('PUBLISH', 'room', 'back');
    expect(await again.data()).toBe('message,room,back');
    await again.close();
    expect(lines).toEqual([expect.stringContaining('lost Redis'), expect.stringContaining('is back')]);
  });

  test('a command in flight when Redis crashes is answered, not sent a second time', async () => {
    const key = target.key('once');
    redis.signal('SIGSTOP');
    const answers = Promise.all([target.refusal('INCR', key), target.refusal('INCR', key)]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await redis.crash();
    expect(await answers).toEqual(['ERR Redis is not reachable', 'ERR Redis is not reachable']);
    await redis.restart();
    await vi.waitFor(async () => expect(await target.run('EXISTS', key)).toBe(0), { timeout: 5_000, interval: 50 });
  });

  test('a Redis that hangs is given up on in time and used again when it goes on', async () => {
    redis.signal('SIGSTOP');
    const startedAt = Date.now();
    expect(await target.refusal('PING')).toBe('ERR Redis is not reachable');
    expect(await target.refusal('PING')).toBe('ERR Redis is not reachable');
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    redis.signal('SIGCONT');
    await vi.waitFor(async () => expect(await target.run('PING')).toBe('PONG'), { timeout: 5_000, interval: 50 });
  });
}
