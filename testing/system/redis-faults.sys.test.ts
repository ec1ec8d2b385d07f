import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flashAnswerSchema, healthSchema } from '@/lib/protocol/answers';
import type { Flash } from '@/lib/protocol/flash';
import { eventually } from '../eventually';
import { StreamRefused } from '../open-stream';
import { people, type Person } from '../person';
import type { EventBlock } from '../strict-sse-parser';
import { lacksRedisServer, useDurableBoard } from '../use-board';

const isAbout = (flash: Flash) => (event: EventBlock) => (event.data as { flash: Flash }).flash.id === flash.id;

// The log must outlive its server for "once" to have a meaning, so a real Redis stands behind all of these.
describe.skipIf(lacksRedisServer())('while Redis is away, a message', () => {
  const { board, redisServer } = useDurableBoard();
  let supervisor: Person;
  let dispatcher: Person;
  beforeAll(async () => {
    [supervisor, dispatcher] = (await people(board().app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  });
  afterEach(async () => {
    await end();
    await healthy();
  });

  let mend: (() => Promise<void>) | undefined;
  const killRest = () => {
    mend = () => board().redis.start();
    return board().redis.kill();
  };
  const killRedis = () => {
    mend = () => redisServer().restart();
    return redisServer().crash();
  };
  async function end(): Promise<void> {
    const work = mend;
    mend = undefined;
    await work?.();
  }
  const outages: [what: string, begin: () => Promise<void>][] = [
    ['the REST server killed', killRest],
    ['the Redis behind the REST server killed', killRedis],
  ];

  it.each(outages)('is taken and reported as queued: %s', async (_what, begin) => {
    await begin();
    const flash = await sendQueued('Taken');
    expect(await unsent()).toBeGreaterThanOrEqual(1);
    await end();
    await eventually('the outbox to be empty', async () => (await unsent()) === 0);
    const [row] = await board().sql<{ status: string }>('SELECT status FROM flash WHERE id = $1', [flash.id]);
    expect(row?.status).toBe('live');
  });

  it.each(outages)('arrives afterwards, once, on streams that were open all the time: %s', async (_what, begin) => {
    const streams = await Promise.all([supervisor.listen(), dispatcher.listen()]);
    await supervisor.broadcast('before');
    await Promise.all(streams.map((stream) => stream.waitForEvent('test.broadcast')));
    await begin();
    for (const stream of streams) expect((await stream.waitForFrame('upstream')).data).toEqual({ state: 'lost' });
    const flash = await sendQueued('Later');
    await end();
    for (const stream of streams) {
      await stream.waitForEvent('flash.sent', isAbout(flash));
      await stream.waitFor((block) => block.kind === 'frame' && block.type === 'upstream' && (block.data as { state: string }).state === 'ok');
    }
    await supervisor.broadcast('after');
    for (const stream of streams) {
      await stream.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === 'after');
      expect(stream.events().map((event) => event.type)).toEqual(['test.broadcast', 'flash.sent', 'test.broadcast']);
      expect(stream.frames.filter((block) => block.kind === 'frame').map((block) => block.type)).toEqual(['connected', 'upstream', 'upstream']);
    }
  });

  it.each(outages)('arrives afterwards, once, for one who polls: %s', async (_what, begin) => {
    const { cursor } = await dispatcher.poll();
    await begin();
    const flash = await sendQueued('For pollers');
    await end();
    await healthy();
    const watching = await dispatcher.stream({ since: cursor });
    const sent = await watching.waitForEvent('flash.sent', isAbout(flash));
    const polled = await dispatcher.pollUpTo(cursor, sent.id);
    expect(polled.map((event) => [event.type, event.id])).toEqual([['flash.sent', sent.eventId]]);
  });

  it.each(outages)('is in the snapshot that polling gives meanwhile: %s', async (_what, begin) => {
    const { cursor } = await dispatcher.poll();
    await begin();
    const flash = await sendQueued('In the snapshot');
    // What was read a moment ago may still be told once.
    const answer = await eventually('the snapshot', async () => {
      const polled = await dispatcher.get(`/api/events?since=${cursor}`);
      expect(polled.status).toBe(200);
      return polled.text.includes('"degraded"') && polled;
    });
    expect(answer.json()).toMatchObject({ degraded: true, cursor: null, snapshot: { cursor: null } });
    expect(answer.text).toContain(flash.id);
    await end();
  });

  it.each(outages)('is not refused health’s honesty: 503 and which part, then 200: %s', async (_what, begin) => {
    await begin();
    const answer = await dispatcher.get('/api/health');
    expect(answer.status).toBe(503);
    expect(healthSchema.parse(answer.json())).toEqual({ status: 'degraded', checks: { postgres: 'ok', redis: 'down', log: 'down' } });
    await end();
    await healthy();
  });

  it.each(outages)('cannot be listened for by a new stream, which is told when to come back: %s', async (_what, begin) => {
    await begin();
    // What was asked a moment ago may still let somebody in.
    const refusal = await eventually('the refusal', () => dispatcher.requestStream().then((stream) => stream.close(), (error: unknown) => error));
    if (!(refusal instanceof StreamRefused)) throw refusal;
    expect(refusal.status).toBe(503);
    expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(refusal.text)).toEqual({ error: { code: 'unavailable', message: expect.any(String) } });
    await end();
  });

  it('survives the death of the application between its commit and the relay [RT1]', async () => {
    const before = await dispatcher.listen();
    const cursor = before.cursor();
    await killRest();
    const flash = await sendQueued('Committed, not relayed');
    await board().app.kill();
    expect(await before.over).toBe('cut');
    expect(before.events()).toEqual([]);
    await end();
    await board().app.start();
    const after = await dispatcher.stream({ lastEventId: cursor });
    await after.waitForEvent('flash.sent', isAbout(flash));
    await supervisor.broadcast('fence');
    await after.waitForEvent('test.broadcast');
    expect(after.events().map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
    expect(after.frames.some((block) => block.kind === 'frame' && block.type === 'reset')).toBe(false);
  });

  it('goes out in the order of sending when many have gathered [RT1]', async () => {
    const stream = await dispatcher.listen();
    await killRest();
    const titles = Array.from({ length: 6 }, (_, index) => `Gathered ${index}`);
    for (const title of titles) await sendQueued(title);
    await end();
    await stream.waitForEvent('flash.sent', (event) => (event.data as { flash: Flash }).flash.title === titles.at(-1));
    expect(stream.events('flash.sent').map((event) => (event.data as { flash: Flash }).flash.title)).toEqual(titles);
  });

  it('is not lost when Redis forgets its newest entries: every screen starts over [RT13]', async () => {
    const stream = await dispatcher.listen();
    const flash = await supervisor.flash({ level: 'info', title: 'Forgotten by Redis' });
    const sent = await stream.waitForEvent('flash.sent', isAbout(flash));
    await stream.close();
    await board().redisCommand('XDEL', 'watchroom:log', sent.id.split('.')[1] ?? '');
    await board().app.restart();
    const resumed = await dispatcher.stream({ lastEventId: stream.cursor() });
    // The relay looks while the server starts: the stream may be a moment earlier and learn it then, or see that its place lies past the log's end.
    expect((await resumed.waitForFrame('reset')).data).toMatchObject({ reason: expect.stringMatching(/^(ahead|foreign_epoch|log_lost)$/) });
    expect((await dispatcher.get('/api/snapshot')).text).toContain(flash.id);
  });

  async function sendQueued(title: string): Promise<Flash> {
    const answer = await supervisor.post('/api/flash', { level: 'warning', title });
    expect(answer.status).toBe(201);
    const { flash, delivery } = flashAnswerSchema.parse(answer.json());
    expect(delivery).toBe('queued');
    // A second at most is waited for the relay; the rest is what a busy machine needs.
    expect(answer.tookMs).toBeLessThan(5_000);
    return flash;
  }

  async function unsent(): Promise<number> {
    const [row] = await board().sql<{ count: string }>('SELECT count(*) FROM outbox_events WHERE sent_at IS NULL');
    return Number(row?.count);
  }

  /** Redis answers again and nothing waits, so that no test begins in the one before. */
  async function healthy(): Promise<void> {
    await eventually('health', async () => (await dispatcher.get('/api/health').catch(() => null))?.status === 200);
    await eventually('the outbox to be empty', async () => (await unsent()) === 0);
    const ready = await dispatcher.stream();
    await ready.close();
  }
});
