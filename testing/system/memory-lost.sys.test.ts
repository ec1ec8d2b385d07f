import { beforeAll, describe, expect, it } from 'vitest';
import { defaultTopics } from '@/lib/protocol/topics';
import { eventually } from '../eventually';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

describe('when Redis comes back empty', () => {
  const board = useBoard();
  let supervisor: Person;
  let dispatcher: Person;
  beforeAll(async () => {
    [supervisor, dispatcher] = (await people(board().app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  });
  const empty = async () => {
    await board().redis.kill();
    await board().redis.start();
    // Nobody is let in until the accounts are written again, which takes about a second.
    await eventually('the accounts', async () => (await board().redisCommand('HEXISTS', 'watchroom:sessions', '_ready')) === 1);
  };
  const label = (event: { data: unknown }) => (event.data as { label?: string }).label;

  it('open streams are told to start over, go on, and their new cursor works', async () => {
    const streams = await Promise.all([supervisor.listen(), dispatcher.listen()]);
    const old = streams[0].cursor();
    await empty();
    for (const stream of streams) {
      const reset = await stream.waitForFrame('reset');
      expect(reset.data).toEqual({ reason: 'log_lost', cursor: expect.any(String) });
      expect(stream.cursor().split('.')[0]).not.toBe(old.split('.')[0]);
    }
    const cursor = streams[1].cursor();
    await eventually('a broadcast to be taken', () => supervisor.broadcast('live again').catch(() => null));
    for (const stream of streams) await stream.waitForEvent('test.broadcast', (event) => label(event) === 'live again');
    await streams[1].close();
    await supervisor.broadcast('missed');
    const resumed = await dispatcher.stream({ lastEventId: cursor });
    await resumed.waitForEvent('test.broadcast', (event) => label(event) === 'missed');
    expect(resumed.events().map(label)).toEqual(['live again', 'missed']);
    expect(resumed.frames.filter((block) => block.kind === 'frame')).toHaveLength(1);
  });

  it('an old cursor gives a reset on the stream and when polling [RT5]', async () => {
    const { cursor } = await dispatcher.poll();
    await empty();
    const stream = await dispatcher.stream({ since: cursor });
    expect((await stream.waitForFrame('reset')).data).toMatchObject({ reason: 'foreign_epoch' });
    expect((await dispatcher.get(`/api/events?since=${cursor}`)).json()).toMatchObject({ reset: true, reason: 'foreign_epoch' });
  });

  it('what was sent meanwhile is in the snapshot that follows the reset, or on the stream after it', async () => {
    const stream = await dispatcher.listen();
    await board().redis.kill();
    const flash = await supervisor.flash({ level: 'critical', title: 'Sent into the void' });
    await board().redis.start();
    await stream.waitForFrame('reset');
    expect((await dispatcher.get('/api/snapshot')).text).toContain(flash.id);
    await eventually('the outbox to be empty', async () => {
      const [row] = await board().sql<{ count: string }>('SELECT count(*) FROM outbox_events WHERE sent_at IS NULL');
      return row?.count === '0';
    });
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast', (event) => label(event) === 'fence');
    expect(stream.events('flash.sent').length).toBeLessThanOrEqual(1);
  });

  it('the accounts are written again, so that people can open streams', async () => {
    await empty();
    const stream = await dispatcher.stream();
    expect((await stream.waitForFrame('connected')).data).toMatchObject({ topics: defaultTopics('dispatcher') });
  });

  it('a doorbell that was lost on the way delays events, but loses none [RT12]', async () => {
    const stream = await dispatcher.listen();
    const since = stream.cursor();
    await supervisor.broadcast('rung');
    const rung = await stream.waitForEvent('test.broadcast', (event) => label(event) === 'rung');
    // Written past the application: nobody rings for it.
    const json = JSON.stringify({ id: 'silent-1', type: 'test.broadcast', data: { id: 'silent-1', label: 'silent', sentAt: rung.timestamp, sentBy: 'a test' }, timestamp: rung.timestamp });
    const audience = JSON.stringify([{ permission: 'board.read' }]);
    await board().redisCommand('XADD', 'watchroom:log', '*', 'id', 'silent-1', 'type', 'test.broadcast', 'audience', audience, 'json', json);
    await stream.waitForEvent('test.broadcast', (event) => label(event) === 'silent');
    expect(stream.cursor()).not.toBe(since);
  });

  it('an event that stands on the log twice is heard once, live and on replay [RT2]', async () => {
    const stream = await dispatcher.listen();
    const since = stream.cursor();
    await supervisor.broadcast('twice');
    const event = await stream.waitForEvent('test.broadcast', (heard) => label(heard) === 'twice');
    const json = JSON.stringify({ id: event.eventId, type: event.type, data: event.data, timestamp: event.timestamp });
    const audience = JSON.stringify([{ permission: 'board.read' }]);
    await board().redisCommand('XADD', 'watchroom:log', '*', 'id', event.eventId, 'type', event.type, 'audience', audience, 'json', json);
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast', (heard) => label(heard) === 'fence');
    expect(stream.events().map(label)).toEqual(['twice', 'fence']);
    expect((await dispatcher.pollUpTo(since, stream.cursor())).map(label)).toEqual(['twice', 'fence']);
    const replayed = await dispatcher.stream({ since });
    await replayed.waitForEvent('test.broadcast', (heard) => label(heard) === 'fence');
    expect(replayed.events().map(label)).toEqual(['twice', 'fence']);
  });

  it('an entry of the log that no version of ours wrote disturbs nobody', async () => {
    const stream = await dispatcher.listen();
    await board().redisCommand('XADD', 'watchroom:log', '*', 'something', 'else');
    await board().redisCommand('XADD', 'watchroom:log', '*', 'id', 'x', 'type', 'from.the.future', 'audience', '[]', 'json', '{}');
    await board().redisCommand('XADD', 'watchroom:log', '*', 'id', 'y', 'type', 'test.broadcast', 'audience', 'broken', 'json', '{}');
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast');
    expect(stream.events().map(label)).toEqual(['fence']);
  });
});
