import { expect, test } from 'vitest';
import { waitUntil } from '../../process/wait-until';
import type { Target } from './target';

/** Strings, counters, keys, hashes, sets and lists. */
export function valuesContract(target: () => Target): void {
  const run = (...words: (string | number)[]): Promise<unknown> => target().run(...words);
  const refusal = (...words: (string | number)[]): Promise<string> => target().refusal(...words);

  test('a string is set, read, appended to, measured in bytes and deleted', async () => {
    const key = target().key('string');
    expect(await run('SET', key, 'zö')).toBe('OK');
    expect(await run('GET', key)).toBe('zö');
    expect(await run('APPEND', key, '😀')).toBe(7);
    expect(await run('STRLEN', key)).toBe(7);
    expect(await run('GETSET', key, 'b')).toBe('zö😀');
    expect(await run('GETDEL', key)).toBe('b');
    expect(await run('GET', key)).toBeNull();
    expect(await run('SETNX', key, 'a')).toBe(1);
    expect(await run('SETNX', key, 'b')).toBe(0);
    expect(await run('EXISTS', key, key)).toBe(2);
    expect(await run('DEL', key)).toBe(1);
    expect(await run('UNLINK', key)).toBe(0);
  });

  test('SET keeps to its conditions and gives the value before when asked', async () => {
    const key = target().key('set-options');
    expect(await run('SET', key, '1', 'XX')).toBeNull();
    expect(await run('SET', key, '1', 'NX')).toBe('OK');
    expect(await run('SET', key, '2', 'NX')).toBeNull();
    expect(await run('SET', key, '2', 'NX', 'GET')).toBe('1');
    expect(await run('SET', key, '3', 'XX', 'GET')).toBe('1');
    expect(await run('GET', key)).toBe('3');
    expect(await refusal('SET', key, '1', 'NX', 'XX')).toBe('ERR syntax error');
    expect(await refusal('SET', key, '1', 'EX')).toBe('ERR syntax error');
    expect(await refusal('SET', key, '1', 'EX', '0')).toBe("ERR invalid expire time in 'set' command");
    expect(await refusal('SET', key, '1', 'EX', 'soon')).toBe('ERR value is not an integer or out of range');
  });

  test('several strings are set and read at once', async () => {
    const [a, b] = [target().key('many-a'), target().key('many-b')];
    expect(await run('MSET', a, '1', b, '2')).toBe('OK');
    expect(await run('MGET', a, target().key('many-none'), b)).toEqual(['1', null, '2']);
    expect(await refusal('MSET', a, '1', b)).toBe("ERR wrong number of arguments for 'mset' command");
  });

  test('counters count, keep their expiry and refuse what is no number', async () => {
    const key = target().key('counter');
    expect(await run('INCR', key)).toBe(1);
    expect(await run('INCRBY', key, 9)).toBe(10);
    expect(await run('DECR', key)).toBe(9);
    expect(await run('DECRBY', key, 4)).toBe(5);
    expect(await run('EXPIRE', key, 100)).toBe(1);
    await run('INCR', key);
    expect(await run('TTL', key)).toBeGreaterThan(90);
    await run('SET', key, '9223372036854775807');
    expect(await refusal('INCR', key)).toBe('ERR increment or decrement would overflow');
    await run('SET', key, 'nine');
    expect(await refusal('INCR', key)).toBe('ERR value is not an integer or out of range');
  });

  test('a key past its time is gone', async () => {
    const [a, b] = [target().key('short-a'), target().key('short-b')];
    await run('SET', a, '1', 'PX', 60_000);
    expect(await run('PTTL', a)).toBeGreaterThan(0);
    await run('SET', a, '1', 'PX', 60);
    await run('PSETEX', b, 60, '1');
    await waitUntil(async () => (await run('EXISTS', a, b)) === 0, { timeoutMs: 10_000 });
    expect(await run('MGET', a, b)).toEqual([null, null]);
    expect(await run('TTL', a)).toBe(-2);
    expect(await run('EXISTS', a, b)).toBe(0);
  });

  test('an expiry is set, kept, taken away and bound to conditions', async () => {
    const key = target().key('expiry');
    expect(await run('SETEX', key, 100, '1')).toBe('OK');
    expect(await run('EXPIRE', key, 200, 'NX')).toBe(0);
    expect(await run('EXPIRE', key, 50, 'GT')).toBe(0);
    expect(await run('PEXPIRE', key, 200_000, 'GT')).toBe(1);
    await run('SET', key, '2', 'KEEPTTL');
    expect(await run('TTL', key)).toBeGreaterThan(150);
    await run('SET', key, '3');
    expect(await run('TTL', key)).toBe(-1);
    await run('SET', key, '3', 'EXAT', Math.floor(Date.now() / 1000) + 100);
    expect(await run('TTL', key)).toBeGreaterThan(90);
    await run('SET', key, '3', 'PXAT', Date.now() + 100_000);
    expect(await run('PERSIST', key)).toBe(1);
    expect(await run('PERSIST', key)).toBe(0);
    expect(await run('EXPIRE', key, -1)).toBe(1);
    expect(await run('EXISTS', key)).toBe(0);
    expect(await refusal('EXPIRE', key, 1, 'NX', 'GT')).toBe('ERR NX and XX, GT or LT options at the same time are not compatible');
  });

  test('keys are found by pattern, typed and renamed', async () => {
    const [a, b] = [target().key('find-1'), target().key('find-2')];
    const pattern = a.replace('-1', '-[0-9]');
    await run('SET', a, '1');
    await run('HSET', b, 'f', '1');
    expect(new Set((await run('KEYS', pattern)) as string[])).toEqual(new Set([a, b]));
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, page] = (await run('SCAN', cursor, 'MATCH', pattern, 'COUNT', 1000, 'TYPE', 'hash')) as [string, string[]];
      found.push(...page);
      cursor = next;
    } while (cursor !== '0');
    expect(found).toEqual([b]);
    expect([await run('TYPE', a), await run('TYPE', b), await run('TYPE', `${a}-none`)]).toEqual(['string', 'hash', 'none']);
    expect(await run('RENAME', a, b)).toBe('OK');
    expect(await run('GET', b)).toBe('1');
    expect(await refusal('RENAME', a, b)).toBe('ERR no such key');
    expect(await run('DBSIZE')).toBeGreaterThan(0);
  });

  test('a hash holds fields in the order they came and is gone with its last one', async () => {
    const key = target().key('hash');
    expect(await run('HSET', key, 'a', '1', 'b', '2')).toBe(2);
    expect(await run('HSET', key, 'a', '3', 'c', '4')).toBe(1);
    expect(await run('HSETNX', key, 'a', '5')).toBe(0);
    expect(await run('HGET', key, 'a')).toBe('3');
    expect(await run('HMGET', key, 'b', 'x')).toEqual(['2', null]);
    expect(await run('HGETALL', key)).toEqual(['a', '3', 'b', '2', 'c', '4']);
    expect(await run('HKEYS', key)).toEqual(['a', 'b', 'c']);
    expect(await run('HVALS', key)).toEqual(['3', '2', '4']);
    expect(await run('HSCAN', key, '0', 'MATCH', '[ab]')).toEqual(['0', ['a', '3', 'b', '2']]);
    expect(await run('HINCRBY', key, 'a', -4)).toBe(-1);
    expect([await run('HEXISTS', key, 'a'), await run('HLEN', key)]).toEqual([1, 3]);
    expect(await refusal('HSET', key, 'a')).toBe("ERR wrong number of arguments for 'hset' command");
    expect(await run('HDEL', key, 'a', 'b', 'c', 'd')).toBe(3);
    expect(await run('EXISTS', key)).toBe(0);
    expect(await run('HGETALL', key)).toEqual([]);
  });

  test('a set holds each member once', async () => {
    const key = target().key('members');
    expect(await run('SADD', key, 'a', 'b', 'a')).toBe(2);
    expect(new Set((await run('SMEMBERS', key)) as string[])).toEqual(new Set(['a', 'b']));
    expect([await run('SISMEMBER', key, 'a'), await run('SISMEMBER', key, 'x'), await run('SCARD', key)]).toEqual([1, 0, 2]);
    expect(await run('SREM', key, 'a', 'b', 'x')).toBe(2);
    expect(await run('TYPE', key)).toBe('none');
  });

  test('a list is pushed to, read, cut and popped at both ends', async () => {
    const key = target().key('list');
    expect(await run('RPUSH', key, 'c', 'd')).toBe(2);
    expect(await run('LPUSH', key, 'b', 'a')).toBe(4);
    expect(await run('LRANGE', key, 0, -1)).toEqual(['a', 'b', 'c', 'd']);
    expect(await run('LRANGE', key, -3, 1)).toEqual(['b']);
    expect(await run('LTRIM', key, 0, 2)).toBe('OK');
    expect([await run('LPOP', key), await run('RPOP', key), await run('LLEN', key)]).toEqual(['a', 'c', 1]);
    expect(await run('LPOP', key, 5)).toEqual(['b']);
    expect([await run('LPOP', key), await run('LPOP', key, 2)]).toEqual([null, null]);
  });

  test('a command for another type of value is refused and changes nothing', async () => {
    const key = target().key('wrong-type');
    await run('SET', key, 'text');
    const wrongType = 'WRONGTYPE Operation against a key holding the wrong kind of value';
    expect(await refusal('HGET', key, 'f')).toBe(wrongType);
    expect(await refusal('SADD', key, 'm')).toBe(wrongType);
    expect(await refusal('LPUSH', key, 'v')).toBe(wrongType);
    expect(await refusal('ZADD', key, '1', 'm')).toBe(wrongType);
    expect(await refusal('XADD', key, '*', 'f', 'v')).toBe(wrongType);
    expect(await refusal('XRANGE', key, '-', '+')).toBe(wrongType);
    expect(await run('GET', key)).toBe('text');
  });
}
