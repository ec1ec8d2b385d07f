import { expect, test } from 'vitest';
import type { Target } from './target';

type Entry = [id: string, fields: string[]];

/** Streams, as the event log uses them. */
export function streamsContract(target: () => Target): void {
  const run = (...words: (string | number)[]): Promise<unknown> => target().run(...words);
  const refusal = (...words: (string | number)[]): Promise<string> => target().refusal(...words);
  const entries = async (...words: (string | number)[]): Promise<Entry[]> => (await run(...words)) as Entry[];
  const ids = async (...words: (string | number)[]): Promise<string[]> => (await entries(...words)).map(([id]) => id);

  test('entries come back in order with their fields, in either direction', async () => {
    const key = target().key('log-order');
    expect(await run('XADD', key, '5-1', 'a', '1', 'b', '2')).toBe('5-1');
    expect(await run('XADD', key, '5-*', 'a', '2')).toBe('5-2');
    expect(await run('XADD', key, '6-*', 'a', '3')).toBe('6-0');
    expect(await entries('XRANGE', key, '-', '+')).toEqual([['5-1', ['a', '1', 'b', '2']], ['5-2', ['a', '2']], ['6-0', ['a', '3']]]);
    expect(await ids('XREVRANGE', key, '+', '-', 'COUNT', 1)).toEqual(['6-0']);
    expect(await ids('XREVRANGE', key, '(6-0', '(5-1')).toEqual(['5-2']);
    expect(await run('XLEN', key)).toBe(3);
  });

  test('a range may leave out its ends, name only milliseconds and be bounded', async () => {
    const key = target().key('log-ranges');
    for (const id of ['5-1', '5-2', '6-0', '7-0']) await run('XADD', key, id, 'f', 'v');
    expect(await ids('XRANGE', key, '(5-1', '+')).toEqual(['5-2', '6-0', '7-0']);
    expect(await ids('XRANGE', key, '5', '(7-0')).toEqual(['5-1', '5-2', '6-0']);
    expect(await ids('XRANGE', key, '5', '5')).toEqual(['5-1', '5-2']);
    expect(await ids('XRANGE', key, '(5', '+')).toEqual(['5-1', '5-2', '6-0', '7-0']);
    expect(await ids('XRANGE', key, '-', '+', 'COUNT', 2)).toEqual(['5-1', '5-2']);
    expect(await ids('XRANGE', key, '7-1', '+')).toEqual([]);
    expect(await ids('XRANGE', target().key('log-no-stream'), '-', '+')).toEqual([]);
    expect(await refusal('XRANGE', key, 'first', '+')).toBe('ERR Invalid stream ID specified as stream command argument');
    expect(await refusal('XRANGE', key, '(18446744073709551615-18446744073709551615', '+')).toBe('ERR invalid start ID for the interval');
    expect(await refusal('XRANGE', key, '-', '(0-0')).toBe('ERR invalid end ID for the interval');
  });

  test('ids given by the server grow, also past an id from the future', async () => {
    const key = target().key('log-growing');
    const future = Date.now() + 3_600_000;
    const first = String(await run('XADD', key, '*', 'f', 'v'));
    expect(Math.abs(Number(first.split('-')[0]) - Date.now())).toBeLessThan(60_000);
    await run('XADD', key, `${future}-7`, 'f', 'v');
    expect(await run('XADD', key, '*', 'f', 'v')).toBe(`${future}-8`);
  });

  test('an id that is not larger than the last is refused, also when that entry is gone', async () => {
    const key = target().key('log-refused');
    const notLarger = 'ERR The ID specified in XADD is equal or smaller than the target stream top item';
    await run('XADD', key, '5-5', 'f', 'v');
    expect(await refusal('XADD', key, '5-5', 'f', 'v')).toBe(notLarger);
    expect(await refusal('XADD', key, '4-*', 'f', 'v')).toBe(notLarger);
    expect(await run('XDEL', key, '5-5', '9-9')).toBe(1);
    expect(await refusal('XADD', key, '5-5', 'f', 'v')).toBe(notLarger);
    expect([await run('XLEN', key), await run('EXISTS', key)]).toEqual([0, 1]);
    expect(await refusal('XADD', key, '0-0', 'f', 'v')).toBe('ERR The ID specified in XADD must be greater than 0-0');
    expect(await refusal('XADD', key, 'next', 'f', 'v')).toBe('ERR Invalid stream ID specified as stream command argument');
    expect(await refusal('XADD', key, '*', 'f', 'v', 'g')).toBe("ERR wrong number of arguments for 'xadd' command");
    await run('XADD', key, '18446744073709551615-18446744073709551615', 'f', 'v');
    expect(await refusal('XADD', key, '*', 'f', 'v')).toBe('ERR The stream has exhausted the last possible ID, unable to add more items');
  });

  test('NOMKSTREAM adds only to a stream that exists', async () => {
    const key = target().key('log-no-make');
    expect(await run('XADD', key, 'NOMKSTREAM', '1-1', 'f', 'v')).toBeNull();
    expect(await run('EXISTS', key)).toBe(0);
    await run('XADD', key, '1-1', 'f', 'v');
    expect(await run('XADD', key, 'NOMKSTREAM', '1-2', 'f', 'v')).toBe('1-2');
  });

  test('an exact trim keeps the newest, an approximate one never fewer', async () => {
    const key = target().key('log-trim');
    for (let seq = 1; seq <= 20; seq += 1) await run('XADD', key, `1-${seq}`, 'f', 'v');
    expect(await run('XADD', key, 'MAXLEN', 10, '1-21', 'f', 'v')).toBe('1-21');
    expect(await ids('XRANGE', key, '-', '+', 'COUNT', 1)).toEqual(['1-12']);
    expect(await run('XTRIM', key, 'MINID', '=', '1-15')).toBe(3);
    expect(await run('XTRIM', key, 'MAXLEN', 5)).toBe(2);
    expect(await run('XTRIM', key, 'MAXLEN', '~', 1, 'LIMIT', 10)).toBe(0);
    expect(await refusal('XTRIM', key, 'MAXLEN', 5, 'LIMIT', 1)).toBe('ERR syntax error, LIMIT cannot be used without the special ~ option');
    expect(await refusal('XTRIM', key, 'MAXLEN', -1)).toBe('ERR The MAXLEN argument must be >= 0.');
    expect(await refusal('XADD', key, 'MAXLEN', 1, 'MINID', 1, '*', 'f', 'v')).toBe(
      'ERR syntax error, MAXLEN and MINID options at the same time are not compatible',
    );
  });

  test('an approximate trim bounds the log without falling under its length', async () => {
    const key = target().key('log-bounded');
    const pipeline = target().redis.pipeline();
    for (let at = 0; at < 1_000; at += 1) pipeline.xadd(key, '*', { n: at }, { trim: { type: 'MAXLEN', comparison: '~', threshold: 300 } });
    await pipeline.exec();
    const length = Number(await run('XLEN', key));
    expect(length).toBeGreaterThanOrEqual(300);
    expect(length).toBeLessThan(500);
    expect((await entries('XREVRANGE', key, '+', '-', 'COUNT', 1))[0]?.[1]).toEqual(['n', '999']);
  });

  test('XINFO STREAM tells length, last id and the entries at both ends', async () => {
    const key = target().key('log-info');
    await run('XADD', key, '1-1', 'f', 'a');
    await run('XADD', key, '1-2', 'f', 'b');
    await run('XADD', key, '1-3', 'f', 'c');
    await run('XDEL', key, '1-3');
    const reply = (await run('XINFO', 'STREAM', key)) as unknown[];
    const info = Object.fromEntries(reply.flatMap((name, at) => (at % 2 === 0 ? [[String(name), reply[at + 1]]] : [])));
    expect(info).toMatchObject({
      length: 2, 'last-generated-id': '1-3', groups: 0, 'first-entry': ['1-1', ['f', 'a']], 'last-entry': ['1-2', ['f', 'b']],
    });
    expect(await refusal('XINFO', 'STREAM', target().key('log-no-stream'))).toBe('ERR no such key');
  });
}
