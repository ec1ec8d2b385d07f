import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openEvents } from './event-lines';
import { MAX_BODY_BYTES, type OwnTarget } from './target';

/** What this server promises beyond the protocol, or could only be tested by disturbing a server others use. */
export function ownServerContract(target: () => OwnTarget): void {
  test('an unknown command is refused in the words of Redis', async () => {
    expect(await target().refusal('foo')).toBe("ERR unknown command 'foo', with args beginning with: ");
    expect(await target().refusal('Foo', 'bar', 'b z')).toBe("ERR unknown command 'Foo', with args beginning with: 'bar' 'b z' ");
    expect(await target().refusal('constructor')).toMatch(/^ERR unknown command 'constructor'/);
    expect(await target().refusal('GET')).toBe("ERR wrong number of arguments for 'get' command");
    expect(await target().refusal('PUBSUB', 'toString')).toBe("ERR unknown subcommand 'toString'. Try PUBSUB HELP.");
    expect(await target().refusal('XINFO', 'STREAM')).toBe("ERR wrong number of arguments for 'xinfo|stream' command");
  });

  test('commands that block, subscribe, script or reach into the server are withheld', async () => {
    for (const name of ['SUBSCRIBE', 'MONITOR', 'BLPOP', 'SHUTDOWN', 'CONFIG', 'DEBUG', 'EVAL', 'MULTI', 'CLIENT', 'XREAD']) {
      expect(await target().refusal(name, 'x')).toBe(`ERR command '${name.toLowerCase()}' is not available on this server`);
    }
  });

  test('the server commands answer', async () => {
    expect(await target().run('PING')).toBe('PONG');
    expect(await target().run('PING', 'hi')).toBe('hi');
    expect(await target().run('ECHO', 'ä')).toBe('ä');
    const [seconds, micros] = (await target().run('TIME')) as [string, string];
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
    expect(Number(micros)).toBeLessThan(1_000_000);
    expect(await target().run('INFO')).toContain('redis_version:');
  });

  test('FLUSHDB and FLUSHALL leave nothing', async () => {
    for (const command of ['FLUSHDB', 'FLUSHALL']) {
      await target().run('SET', target().key('flushed'), '1');
      expect(await target().run(command)).toBe('OK');
      expect(await target().run('DBSIZE')).toBe(0);
    }
    expect(await target().refusal('FLUSHALL', 'gently')).toBe('ERR syntax error');
  });

  test('health is told to anybody, and nothing else', async () => {
    const response = await fetch(`${target().url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', engine: target().engine.name });
    expect((await fetch(`${target().url}/get/x`)).status).toBe(401);
    expect((await fetch(`${target().url}/subscribe/x`, { method: 'POST' })).status).toBe(401);
  });

  test('the sync token comes back', async () => {
    const response = await target().request('/', { body: '["PING"]', headers: { 'upstash-sync-token': 'abc=1' } });
    expect(response.headers.get('upstash-sync-token')).toBe('abc=1');
  });

  test('a body over the limit is refused with 413 and JSON, and the connection lives on', async () => {
    for (const size of [MAX_BODY_BYTES + 1, MAX_BODY_BYTES * 4]) {
      const response = await target().request('/', { body: JSON.stringify(['SET', 'big', 'x'.repeat(size)]) });
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({ error: expect.stringContaining('max request size exceeded') });
    }
    expect(await target().run('PING')).toBe('PONG');
  });

  test('other methods and malformed requests are answered with JSON too', async () => {
    const response = await target().request('/', { method: 'DELETE' });
    expect([response.status, await response.json()]).toEqual([405, { error: expect.any(String) }]);
    const badPath = await target().request('/get/%E0%A4', { method: 'GET' });
    expect([badPath.status, await badPath.json()]).toEqual([400, { error: expect.any(String) }]);
    const malformed = await speak(target().url, 'NOT HTTP\r\n\r\n');
    expect(malformed).toMatch(/^HTTP\/1\.1 400 [^]*\{"error":"ERR malformed HTTP request"\}$/);
  });

  test('half a surrogate pair becomes the replacement character, as it would in Redis', async () => {
    const key = target().key('half');
    await target().request('/', { body: `["SET","${key}","a\\ud800b"]` });
    expect(await target().run('GET', key)).toBe('a\uFFFDb');
  });

  test('a silent subscription is pinged', async () => {
    const events = await openEvents(target(), 'subscribe', target().key('silent'));
    expect([await events.comment(), await events.comment()]).toEqual([' ping', ' ping']);
    await events.close();
  });
}

function speak(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
