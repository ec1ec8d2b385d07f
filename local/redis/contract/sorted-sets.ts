import { expect, test } from 'vitest';
import type { Target } from './target';

/** Sorted sets. */
export function sortedSetsContract(target: () => Target): void {
  const run = (...words: (string | number)[]): Promise<unknown> => target().run(...words);
  const refusal = (...words: (string | number)[]): Promise<string> => target().refusal(...words);

  test('members are ordered by score, then by their bytes', async () => {
    const key = target().key('zset-order');
    expect(await run('ZADD', key, 2, 'b', 1, '\u{1F600}', 1, '\uFF5E', 1, 'a')).toBe(4);
    expect(await run('ZRANGE', key, 0, -1)).toEqual(['a', '\uFF5E', '\u{1F600}', 'b']);
    expect(await run('ZRANGE', key, 0, 0, 'REV', 'WITHSCORES')).toEqual(['b', '2']);
    expect(await run('ZRANGE', key, 2, 1)).toEqual([]);
    expect([await run('ZSCORE', key, 'b'), await run('ZSCORE', key, 'x'), await run('ZCARD', key)]).toEqual(['2', null, 4]);
  });

  test('ZADD keeps to its conditions', async () => {
    const key = target().key('zset-conditions');
    expect(await run('ZADD', key, 'XX', 1, 'a')).toBe(0);
    expect(await run('EXISTS', key)).toBe(0);
    expect(await run('ZADD', key, 'NX', 5, 'a')).toBe(1);
    expect(await run('ZADD', key, 'NX', 6, 'a')).toBe(0);
    expect(await run('ZADD', key, 'GT', 'CH', 4, 'a', 1, 'b')).toBe(1);
    expect(await run('ZADD', key, 'LT', 'CH', 4, 'a')).toBe(1);
    expect(await run('ZADD', key, 'XX', 'CH', 7, 'a', 7, 'c')).toBe(1);
    expect(await run('ZADD', key, 'INCR', 0.5, 'a')).toBe('7.5');
    expect(await run('ZADD', key, 'NX', 'INCR', 1, 'a')).toBeNull();
    expect(await run('ZINCRBY', key, -7.5, 'a')).toBe('0');
    expect(await run('ZRANGE', key, 0, -1, 'WITHSCORES')).toEqual(['a', '0', 'b', '1']);
    expect(await refusal('ZADD', key, 'NX', 'XX', 1, 'a')).toBe('ERR XX and NX options at the same time are not compatible');
    expect(await refusal('ZADD', key, 'GT', 'LT', 1, 'a')).toBe('ERR GT, LT, and/or NX options at the same time are not compatible');
    expect(await refusal('ZADD', key, 1, 'a', 2)).toBe('ERR syntax error');
    expect(await refusal('ZADD', key, 'high', 'a')).toBe('ERR value is not a valid float');
  });

  test('ranges by score may leave out their ends, run backwards and be paged', async () => {
    const key = target().key('zset-scores');
    await run('ZADD', key, 1, 'a', 2, 'b', 3, 'c', 4, 'd');
    expect(await run('ZRANGE', key, 2, '(4', 'BYSCORE')).toEqual(['b', 'c']);
    expect(await run('ZRANGE', key, '+inf', '(1', 'BYSCORE', 'REV', 'LIMIT', 1, 2)).toEqual(['c', 'b']);
    expect(await run('ZRANGEBYSCORE', key, '-inf', '+inf', 'LIMIT', 1, -1)).toEqual(['b', 'c', 'd']);
    expect(await run('ZRANGEBYSCORE', key, '(3', 9, 'WITHSCORES')).toEqual(['d', '4']);
    expect(await run('ZCOUNT', key, '(1', 3)).toBe(2);
    expect(await refusal('ZCOUNT', key, 'low', 3)).toBe('ERR min or max is not a float');
    expect(await refusal('ZRANGE', key, 0, 1, 'LIMIT', 0, 1)).toBe(
      'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
    );
  });

  test('ranges by member are for equal scores', async () => {
    const key = target().key('zset-members');
    await run('ZADD', key, 0, 'a', 0, 'b', 0, 'c');
    expect(await run('ZRANGE', key, '(a', '+', 'BYLEX')).toEqual(['b', 'c']);
    expect(await run('ZRANGE', key, '[b', '-', 'BYLEX', 'REV')).toEqual(['b', 'a']);
    expect(await refusal('ZRANGE', key, 'a', '+', 'BYLEX')).toBe('ERR min or max not valid string range item');
  });

  test('members are removed by name and by score, the key with the last', async () => {
    const key = target().key('zset-removal');
    await run('ZADD', key, 1, 'a', 2, 'b', 3, 'c');
    expect(await run('ZREM', key, 'a', 'x')).toBe(1);
    expect(await run('ZREMRANGEBYSCORE', key, '-inf', '(3')).toBe(1);
    expect(await run('ZREMRANGEBYSCORE', key, 3, 3)).toBe(1);
    expect(await run('EXISTS', key)).toBe(0);
  });
}
