import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '../eventually';
import { fetchAs } from '../fetch-as';
import { StreamRefused, type OpenedStream } from '../open-stream';
import { person, type Person } from '../person';
import { recordConnection, stopConnections } from '../record-connection';
import { useBoard } from '../use-board';

describe('the limit of connections of one user (R16)', () => {
  const board = useBoard({ instances: 2, env: { SSE_MAX_PER_USER: '3', SSE_HEARTBEAT_MS: '1000' } });
  let here: Person;
  let there: Person;
  beforeAll(async () => {
    here = await person(board().app.url, 'dispatcher1');
    there = here.at(board().apps[1]?.url ?? '');
  });

  const refusal = (opening: Promise<unknown>) => opening.then(() => null, (error: unknown) => error as StreamRefused);

  it('holds over all instances: the fourth is told so, polls, and gets a stream when one is closed [RT14]', async () => {
    const [first] = [await here.stream(), await there.stream(), await here.stream()];
    const refused = await refusal(there.requestStream());
    expect(refused).toBeInstanceOf(StreamRefused);
    expect(refused).toMatchObject({ status: 429 });
    expect(refused?.message).toMatch(/too_many_connections/);
    expect((await there.get('/api/events')).status).toBe(200);
    await first?.close();
    await there.stream();
  });

  it('is not widened by one client id on several instances and kinds of stream [RT14]', async () => {
    const urls = board().apps.map(({ url }) => url);
    const caller = await person(board().app.url, 'dispatcher6');
    const made = await caller.post('/api/incidents', { title: 'Smoke', type: 'fire', priority: 'P3' });
    const { id } = z.object({ incident: z.object({ id: z.string() }) }).parse(made.json()).incident;
    const paths = ['/api/sse?topics=flash', `/api/incidents/${id}/stream?`, '/api/sse?topics=test', `/api/incidents/${id}/stream?`];
    const opened: OpenedStream[] = [];
    for (const path of [...paths, ...paths]) {
      for (const url of urls) {
        const stream = await caller.at(url).requestStream({ path: `${path}&client=one-and-the-same` }).catch(() => null);
        if (stream) opened.push(stream);
      }
    }
    const ended = new Set<OpenedStream>();
    for (const stream of opened) void stream.over.then(() => ended.add(stream));
    await eventually('three streams at most', () => opened.length - ended.size <= 3);
    expect(opened.length - ended.size).toBeGreaterThan(0);
  });

  it('leaves other users alone', async () => {
    const streams = await Promise.all([here.requestStream(), here.requestStream(), here.requestStream()].map((opening) => opening.catch(() => null)));
    expect(streams.filter(Boolean).length).toBeGreaterThan(0);
    await (await person(board().app.url, 'dispatcher2')).stream();
  });

  it('frees within 30 seconds of being wanted the place of a client that vanished without a word [RT14]', async () => {
    const somebody = await person(board().app.url, 'dispatcher4');
    const elsewhere = somebody.at(board().apps[1]?.url ?? '');
    const staying = recordConnection(fetchAs(somebody.cookie, () => board().app.url), null);
    await staying.untilState('live');
    // They neither close nor move when they are asked to, as a network that went away would not.
    const vanished = [await somebody.stream(), await elsewhere.stream()];
    await Promise.all(vanished.map((stream) => eventually('a stream that has lived a while', () => stream.frames.filter(({ kind }) => kind === 'heartbeat').length > 5)));
    const since = performance.now();
    expect(await refusal(elsewhere.requestStream())).toMatchObject({ status: 429 });
    await eventually('a free place', () => elsewhere.requestStream().catch(() => null), 40_000);
    expect(performance.now() - since).toBeLessThan(30_000);
    await somebody.broadcast('still here');
    await staying.untilWord('still here');
    expect(staying.of('state').map(({ state }) => state.name)).not.toContain('backoff');
    stopConnections();
  });

  it('frees the places of a killed instance within 30 seconds [RT14]', async () => {
    const somebody = await person(board().app.url, 'dispatcher3');
    const elsewhere = somebody.at(board().apps[1]?.url ?? '');
    await Promise.all([elsewhere.stream(), elsewhere.stream(), elsewhere.stream()]);
    expect(await refusal(somebody.requestStream())).toMatchObject({ status: 429 });
    await board().apps[1]?.kill();
    const since = performance.now();
    await eventually('a free place', () => somebody.requestStream().catch(() => null), 40_000);
    expect(performance.now() - since).toBeLessThan(30_000);
    await board().apps[1]?.start();
  });
});
