import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTopics } from '@/lib/protocol/topics';
import { builtDistDir, projectDir } from '../build-folder';
import { eventually } from '../eventually';
import { streamUrl, type OpenedStream } from '../open-stream';
import { person, people, type Person } from '../person';
import { reaches } from '../reaches';
import { request } from '../request';
import type { HeartbeatBlock } from '../strict-sse-parser';
import { useBoard } from '../use-board';

const HEARTBEAT_MS = 500;

describe('opening a stream', () => {
  const board = useBoard();
  const url = () => board().app.url;

  const refused = (who: Person | null, headers: Record<string, string> = {}, topics?: string) =>
    request(streamUrl(url(), topics === undefined ? {} : { topics }), { headers: { ...(who ? { cookie: who.cookie } : {}), ...headers }, timeoutMs: 10_000 });

  it('is answered with headers that keep proxies from holding bytes back, compressing or caching', async () => {
    const admin = await person(url(), 'admin');
    const { headers } = await admin.stream({ headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } });
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache, no-transform');
    expect(headers['x-accel-buffering']).toBe('no');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('content-length');
  });

  it('gives its first bytes at once, long before anything happens', async () => {
    const admin = await person(url(), 'admin');
    const stream = await admin.stream();
    expect(stream.firstByteMs).toBeLessThan(3_000);
    expect(stream.frames[0]).toMatchObject({ kind: 'frame', type: 'connected' });
  });

  it('begins with a connected frame that says who, where, from which cursor and how long', async () => {
    const dispatcher = await person(url(), 'dispatcher1');
    const stream = await dispatcher.stream();
    const hello = await stream.waitForFrame('connected');
    expect(hello.retryMs).toBe(1_000);
    expect(hello.data).toEqual({
      clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      instanceId: expect.stringMatching(/^\S+$/),
      build: readFileSync(join(projectDir, builtDistDir(), 'BUILD_ID'), 'utf8'),
      epoch: expect.stringMatching(/^[0-9A-Za-z]+$/),
      cursor: expect.stringMatching(/^[0-9A-Za-z]+\.\d+-\d+$/),
      heartbeatMs: HEARTBEAT_MS,
      maxAgeMs: expect.any(Number),
      topics: defaultTopics('dispatcher'),
    });
    const { epoch, cursor } = hello.data as { epoch: string; cursor: string };
    expect(cursor.startsWith(`${epoch}.`)).toBe(true);
  });

  it('gives each client an id of its own and all of them the same instance and epoch', async () => {
    const [one, other] = await people(url(), 'dispatcher1', 'dispatcher2');
    const hellos = await Promise.all([one, other].map(async (who) => (await (await who?.stream())?.waitForFrame('connected'))?.data as Record<string, string>));
    expect(new Set(hellos.map((hello) => hello.clientId)).size).toBe(2);
    expect(new Set(hellos.map((hello) => hello.instanceId)).size).toBe(1);
    expect(new Set(hellos.map((hello) => hello.epoch)).size).toBe(1);
  });

  it('is followed by heartbeats in their rhythm, each with the cursor as a bare id', async () => {
    const observer = await person(url(), 'observer');
    const stream = await observer.stream();
    const beats = await firstHeartbeats(stream, 4);
    const gaps = beats.slice(1).map((beat, index) => Date.parse(beat.at) - Date.parse(beats[index]?.at ?? ''));
    for (const gap of gaps) {
      expect(gap).toBeGreaterThan(HEARTBEAT_MS / 10);
      expect(gap).toBeLessThan(HEARTBEAT_MS * 10);
    }
    for (const beat of beats) expect(beat.raw).toBe(`:heartbeat ${beat.at}\n:cursor ${beat.cursor}\nid: ${beat.cursor}\n\n`);
  });

  it('moves the cursor by heartbeats past events that its client may not see [RT7]', async () => {
    const [supervisor, observer] = await people(url(), 'supervisor', 'observer');
    const stream = await observer?.stream();
    if (!stream) throw new Error('No stream.');
    const before = stream.cursor();
    const watching = await supervisor?.stream();
    await supervisor?.flash({ level: 'info', title: 'For supervisors only', audience: ['supervisor'] });
    const sent = await watching?.waitForEvent('flash.sent');
    await stream.waitFor((block) => block.kind === 'heartbeat' && reaches(block.cursor, sent?.id));
    expect(stream.cursor()).not.toBe(before);
    expect(stream.events()).toEqual([]);
  });

  it('accounts for every byte it has written', async () => {
    const admin = await person(url(), 'admin');
    const stream = await admin.stream();
    await admin.broadcast('æøå ✓ 🚒');
    await stream.waitForEvent('test.broadcast');
    await firstHeartbeats(stream, 1);
    expect(stream.frames.map((block) => block.raw).join('')).toBe(stream.bytes().toString('utf8'));
  });

  it('hears only the topics it asked for', async () => {
    const supervisor = await person(url(), 'supervisor');
    const [all, tests] = await Promise.all([supervisor.stream(), supervisor.stream({ topics: 'test' })]);
    expect((await tests.waitForFrame('connected')).data).toMatchObject({ topics: ['test'] });
    await supervisor.flash({ level: 'ok', title: 'Not for the second stream' });
    await supervisor.broadcast('fence');
    await Promise.all([all, tests].map((stream) => stream.waitForEvent('test.broadcast')));
    expect(all.events().map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
    expect(tests.events().map((event) => event.type)).toEqual(['test.broadcast']);
  });

  it('leaves out a topic that the role may not hear', async () => {
    const dispatcher = await person(url(), 'dispatcher1');
    const stream = await dispatcher.stream({ topics: 'admin,flash' });
    expect((await stream.waitForFrame('connected')).data).toMatchObject({ topics: ['flash'] });
  });

  it('is refused with 400 for a topic that does not exist, on the stream and when polling', async () => {
    const admin = await person(url(), 'admin');
    for (const answer of [await refused(admin, {}, 'flash,nonsense'), await admin.get('/api/events?topics=flash,nonsense')]) {
      expect(answer.status).toBe(400);
      expect(answer.json()).toEqual({ error: { code: 'malformed', message: expect.any(String), details: ['nonsense'] } });
    }
  });

  it('is refused with 401 without a session, with a made-up one, and when polling without one', async () => {
    const forged = { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA' };
    const answers = [await refused(null), await refused(null, forged), await request(`${url()}/api/events`), await request(`${url()}/api/events`, { headers: forged })];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(answer.json()).toEqual({ error: { code: 'unauthenticated', message: expect.any(String) } });
    }
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site request', { 'sec-fetch-site': 'same-site' }],
  ])('is refused with 403 for %s', async (_what, headers) => {
    const admin = await person(url(), 'admin');
    const answer = await refused(admin, headers);
    expect(answer.status).toBe(403);
    expect(answer.json()).toEqual({ error: { code: 'foreign_origin', message: expect.any(String) } });
  });

  it('is allowed from its own pages', async () => {
    const admin = await person(url(), 'admin');
    await admin.stream({ headers: { origin: url(), 'sec-fetch-site': 'same-origin' } });
  });

  it('is noted in the log with its opening and its end when the client vanishes', async () => {
    const admin = await person(url(), 'admin');
    const stream = await admin.stream();
    const { clientId } = (await stream.waitForFrame('connected')).data as { clientId: string };
    await stream.close();
    const lines = await eventually('the end in the log', () => {
      const own = board().app.output().split('\n').filter((line) => line.includes(clientId));
      return own.length >= 2 ? own : undefined;
    }, 30_000);
    expect(lines[0]).toMatch(/^\[SSE\] \d{4}-\d\d-\d\dT[\d:.]+Z opened /);
    expect(lines[1]).toMatch(/^\[SSE\] \d{4}-\d\d-\d\dT[\d:.]+Z closed .*reason=gone/);
  });
});

async function firstHeartbeats(stream: OpenedStream, count: number): Promise<HeartbeatBlock[]> {
  const beats: HeartbeatBlock[] = [];
  await stream.waitFor((block) => {
    if (block.kind === 'heartbeat') beats.push(block);
    return beats.length >= count;
  });
  return beats;
}
