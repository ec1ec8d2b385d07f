import { Redis } from '@upstash/redis';
import { expect, test } from 'vitest';
import { createClient, type Target } from './target';

/** The REST protocol as the client library uses it. */
export function protocolContract(target: () => Target): void {
  const raw = async (path: string, body: string, headers: Record<string, string> = {}): Promise<unknown> =>
    (await target().request(path, { body, headers })).json();

  test('texts of any kind survive base64, whole replies and inside lists', async () => {
    const key = target().key('texts');
    const texts = ['OK', '', 'zö 😀', '\u0000\u001f\\"\n', 'T0s=', '12345678901234567890', 'null', '[1]'];
    for (const text of texts) {
      await target().redis.set(key, text);
      expect(await target().redis.get(key)).toBe(text);
    }
    await target().redis.del(key);
    await target().redis.rpush(key, ...texts);
    expect(await target().redis.lrange(key, 0, -1)).toEqual(texts);
  });

  test('on the wire everything but OK, numbers and null is base64, and only when asked for', async () => {
    const key = target().key('wire');
    const base64 = { 'upstash-encoding': 'base64' };
    expect(await raw('/', JSON.stringify(['SET', key, 'ä']), base64)).toEqual({ result: 'OK' });
    expect(await raw('/', JSON.stringify(['GET', key]), base64)).toEqual({ result: 'w6Q=' });
    expect(await raw('/', JSON.stringify(['GET', key]))).toEqual({ result: 'ä' });
    expect(await raw('/', JSON.stringify(['MGET', key, `${key}-none`]), base64)).toEqual({ result: ['w6Q=', null] });
    expect(await raw('/', JSON.stringify(['STRLEN', key]), base64)).toEqual({ result: 2 });
    expect(await raw('/', JSON.stringify(['PING']), base64)).toEqual({ result: 'UE9ORw==' });
    expect(await raw('/pipeline', JSON.stringify([['GET', key], ['INCR', key]]), base64)).toEqual([
      { result: 'w6Q=' },
      { error: 'ERR value is not an integer or out of range' },
    ]);
  });

  test('numbers and booleans may be arguments', async () => {
    const key = target().key('arguments');
    expect(await raw('/', JSON.stringify(['SET', key, true, 'EX', 100]))).toEqual({ result: 'OK' });
    expect(await raw('/', JSON.stringify(['GET', key]))).toEqual({ result: 'true' });
  });

  test('the client library turns values into what they were', async () => {
    const redis = new Redis({ url: target().url, token: target().token, retry: false, enableTelemetry: false });
    const [value, hash, log] = [target().key('object'), target().key('object-hash'), target().key('object-log')];
    await redis.set(value, { zone: 'north', open: [1, 2] });
    await redis.hset(hash, { unit: 'E-12', crew: 4 });
    await redis.xadd(log, '1-1', { type: 'incident.created', size: 3 });
    expect(await redis.get(value)).toEqual({ zone: 'north', open: [1, 2] });
    expect(await redis.hgetall(hash)).toEqual({ unit: 'E-12', crew: 4 });
    expect(await redis.xrange(log, '-', '+')).toEqual({ '1-1': { type: 'incident.created', size: 3 } });
  });

  test('commands sent in one turn travel as pipelines and each gets its own answer', async () => {
    const key = target().key('auto');
    const redis = createClient(target().url, target().token);
    const writes = await Promise.all(Array.from({ length: 50 }, (_, at) => redis.hset(key, { [`f${at}`]: at })));
    const reads = await Promise.all(Array.from({ length: 50 }, (_, at) => redis.hget(key, `f${at}`)));
    expect(writes).toEqual(Array(50).fill(1));
    expect(reads).toEqual(Array.from({ length: 50 }, (_, at) => String(at)));
  });

  test('a pipeline goes on after an error and answers in order', async () => {
    const key = target().key('pipeline');
    const commands = [['SET', key, 'a'], ['INCR', key], ['NOSUCH', key], ['GET'], ['GET', key]];
    expect(await raw('/pipeline', JSON.stringify(commands))).toEqual([
      { result: 'OK' },
      { error: 'ERR value is not an integer or out of range' },
      { error: expect.stringMatching(/^ERR (unknown command|Command is not available)/) },
      { error: "ERR wrong number of arguments for 'get' command" },
      { result: 'a' },
    ]);
    expect(await raw('/pipeline', '[]')).toEqual([]);
  });

  test('a transaction runs as a whole or not at all', async () => {
    const key = target().key('transaction');
    expect(await target().redis.multi().set(key, '1').incr(key).get(key).exec()).toEqual(['OK', 2, '2']);
    const response = await target().request('/multi-exec', { body: JSON.stringify([['SET', key, '9'], ['NOSUCH', key]]) });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^(EXECABORT|ERR)/) });
    expect(await target().run('GET', key)).toBe('2');
    expect(await raw('/multi-exec', JSON.stringify([['SET', key, 'a'], ['INCR', key], ['APPEND', key, 'b']]))).toEqual([
      { result: 'OK' },
      { error: 'ERR value is not an integer or out of range' },
      { result: 2 },
    ]);
  });

  test('nothing runs between the commands of a transaction', async () => {
    const key = target().key('between');
    const read = JSON.stringify([['INCR', key], ['GET', key], ['INCR', key], ['GET', key]]);
    const answers = await Promise.all(Array.from({ length: 30 }, () => raw('/multi-exec', read)));
    for (const answer of answers) {
      const [first, , second, last] = answer as { result: number | string }[];
      expect(second?.result).toBe(Number(first?.result) + 1);
      expect(last?.result).toBe(String(second?.result));
    }
  });

  test('an error reaches the caller of the client library with its text', async () => {
    const key = target().key('errors');
    await target().redis.set(key, 'a');
    await expect(target().redis.incr(key)).rejects.toThrow('ERR value is not an integer or out of range');
    await expect(target().redis.exec(['MONITOR'])).rejects.toThrow(/not available/);
  });

  test('a wrong token is refused with 401 and JSON', async () => {
    for (const headers of [{ authorization: 'Bearer wrong' }, { authorization: '' }, { authorization: target().token }]) {
      const response = await target().request('/', { body: '["PING"]', headers });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: expect.any(String) });
    }
    await expect(createClient(target().url, 'wrong').get('x')).rejects.toThrow(/WRONGPASS|Unauthorized/i);
  });

  test('a body that is not a command is refused with 400 and JSON', async () => {
    const bodies = [['/', '["PING"'], ['/', '{}'], ['/', '[]'], ['/', ''], ['/pipeline', '["PING"]'], ['/pipeline', 'x'], ['/multi-exec', '7']];
    for (const [path = '', body = ''] of bodies) {
      const response = await target().request(path, { body });
      expect([path, body, response.status]).toEqual([path, body, 400]);
      expect(await response.json()).toEqual({ error: expect.any(String) });
    }
  });

  test('a command may be written as a path', async () => {
    const key = target().key('path ä');
    const encoded = encodeURIComponent(key);
    const get = async (path: string): Promise<unknown> => (await target().request(path, { method: 'GET' })).json();
    expect(await get(`/set/${encoded}/a%2Fb?EX=100`)).toEqual({ result: 'OK' });
    expect(await get(`/get/${encoded}`)).toEqual({ result: 'a/b' });
    expect(await raw(`/set/${encoded}`, 'from the body')).toEqual({ result: 'OK' });
    expect(await get(`/get/${encoded}`)).toEqual({ result: 'from the body' });
  });
}
