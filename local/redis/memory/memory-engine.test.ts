import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../engine';
import type { RedisReply } from '../reply';
import { admit } from '../served-command';
import { createMemoryEngine } from './memory-engine';

describe('the engine in memory, by its own clock', () => {
  let now: number;
  let engine: Engine;
  const run = (...words: string[]): Promise<RedisReply> => engine.execute(admit(words));

  beforeEach(() => {
    now = 1_000_000;
    engine = createMemoryEngine({ now: () => now });
  });
  afterEach(() => engine.close());

  test('stream ids grow when the clock goes back', async () => {
    expect(await run('XADD', 'log', '*', 'f', 'v')).toBe('1000000-0');
    now -= 5_000;
    expect(await run('XADD', 'log', '*', 'f', 'v')).toBe('1000000-1');
    now += 5_001;
    expect(await run('XADD', 'log', '*', 'f', 'v')).toBe('1000001-0');
  });

  test('a key lives up to its last millisecond and not into the next', async () => {
    await run('SET', 'a', '1', 'PX', '10');
    now += 9;
    expect([await run('GET', 'a'), await run('PTTL', 'a')]).toEqual(['1', 1]);
    now += 1;
    expect([await run('GET', 'a'), await run('PTTL', 'a'), await run('DBSIZE')]).toEqual([null, -2, 0]);
  });

  test('an expired hash is a new one when written again', async () => {
    await run('HSET', 'h', 'old', '1');
    await run('PEXPIRE', 'h', '10');
    now += 10;
    await run('HSET', 'h', 'new', '2');
    expect([await run('HGETALL', 'h'), await run('TTL', 'h')]).toEqual([['new', '2'], -1]);
  });

  test('a renamed key takes its expiry along', async () => {
    await run('SET', 'a', '1', 'EX', '10');
    await run('SET', 'b', '2');
    await run('RENAME', 'a', 'b');
    expect([await run('TTL', 'b'), await run('EXISTS', 'a')]).toEqual([10, 0]);
  });

  test('closing tells every subscriber', async () => {
    const lost: string[] = [];
    await engine.subscribe('a', { onMessage: () => undefined, onLost: () => lost.push('a') });
    await engine.psubscribe('*', { onMessage: () => undefined, onLost: () => lost.push('*') });
    const leave = await engine.subscribe('b', { onMessage: () => undefined, onLost: () => lost.push('b') });
    leave();
    await engine.close();
    expect(lost).toEqual(['a', '*']);
  });
});
