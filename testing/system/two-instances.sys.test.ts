import { beforeAll, describe, expect, it } from 'vitest';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

describe('two instances on one Redis and one database', () => {
  const board = useBoard({ instances: 2 });
  let supervisor: Person;
  let dispatcher: Person;
  let observer: Person;
  beforeAll(async () => {
    [supervisor, dispatcher, observer] = (await people(board().apps[0]?.url ?? '', 'supervisor', 'dispatcher1', 'observer')) as [Person, Person, Person];
  });
  const b = (who: Person) => who.at(board().apps[1]?.url ?? '');
  const label = (event: { data: unknown }) => (event.data as { label?: string }).label;

  it('have names of their own and one epoch', async () => {
    const [onA, onB] = await Promise.all([dispatcher.listen(), b(dispatcher).listen()]);
    const hello = [await onA.waitForFrame('connected'), await onB.waitForFrame('connected')].map((frame) => frame.data as { instanceId: string; epoch: string });
    expect(hello[0]?.instanceId).not.toBe(hello[1]?.instanceId);
    expect(hello[0]?.epoch).toBe(hello[1]?.epoch);
  });

  it('an event sent at one is heard at the other, once, and the other way round', async () => {
    const streams = await Promise.all([dispatcher.listen(), b(dispatcher).listen(), b(observer).listen()]);
    const atA = await supervisor.flash({ level: 'info', title: 'At A' });
    const atB = await b(supervisor).flash({ level: 'info', title: 'At B' });
    await b(dispatcher).broadcast('fence');
    for (const stream of streams) {
      await stream.waitForEvent('test.broadcast', (event) => label(event) === 'fence');
      expect(stream.events().map((event) => (event.data as { flash?: { id: string } }).flash?.id)).toEqual([atA.id, atB.id, undefined]);
    }
  });

  it('both sending at once, everybody hears everything once and in the same order [RT3]', async () => {
    const streams = await Promise.all([dispatcher.listen(), b(dispatcher).listen()]);
    const count = 20;
    await Promise.all(Array.from({ length: count }, (_, index) => (index % 2 ? supervisor : b(supervisor)).flash({ level: 'ok', title: `Both ${index}` })));
    await dispatcher.broadcast('fence');
    for (const stream of streams) await stream.waitForEvent('test.broadcast', (event) => label(event) === 'fence');
    const [onA, onB] = streams.map((stream) => stream.events().map((event) => event.eventId));
    expect(onA).toHaveLength(count + 1);
    expect(new Set(onA).size).toBe(count + 1);
    expect(onB).toEqual(onA);
  });

  it('a cursor from one works at the other', async () => {
    const first = await dispatcher.listen();
    await dispatcher.broadcast('seen');
    await first.waitForEvent('test.broadcast', (event) => label(event) === 'seen');
    const cursor = first.cursor();
    await first.close();
    await dispatcher.broadcast('missed');
    const second = await b(dispatcher).stream({ lastEventId: cursor });
    await second.waitForEvent('test.broadcast', (event) => label(event) === 'missed');
    expect(second.events().map(label)).toEqual(['missed']);
    expect((await b(dispatcher).pollUpTo(cursor, second.cursor())).map(label)).toEqual(['missed']);
  });

  it('a scheduled message goes out once, and one that runs out ends once', async () => {
    const stream = await b(supervisor).listen();
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const flash = await supervisor.flash({ level: 'info', title: 'Once', startsAt: at(1_500), expiresAt: at(3_000) });
    await stream.waitForEvent('flash.updated', (event) => (event.data as { flash: { status: string } }).flash.status === 'expired');
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast', (event) => label(event) === 'fence');
    const own = stream.events().filter((event) => (event.data as { flash?: { id: string } }).flash?.id === flash.id);
    expect(own.map((event) => event.type)).toEqual(['flash.updated', 'flash.sent', 'flash.updated']);
    const rows = await board().sql<{ action: string }>('SELECT action FROM audit_entries WHERE target_id = $1 ORDER BY id', [flash.id]);
    expect(rows.map((row) => row.action)).toEqual(['flash.schedule', 'flash.send', 'flash.expire']);
  });

  it('the death of one cuts only its own streams, which go on at the other without loss or doubling [RT4]', async () => {
    const [onA, onB] = await Promise.all([dispatcher.listen(), b(dispatcher).listen()]);
    await b(dispatcher).broadcast('before');
    for (const stream of [onA, onB]) await stream.waitForEvent('test.broadcast', (event) => label(event) === 'before');
    await board().app.kill();
    expect(await onA.over).toBe('cut');
    await b(dispatcher).broadcast('after');
    const moved = await b(dispatcher).stream({ lastEventId: onA.cursor() });
    await moved.waitForEvent('test.broadcast', (event) => label(event) === 'after');
    expect(moved.events().map(label)).toEqual(['after']);
    await onB.waitForEvent('test.broadcast', (event) => label(event) === 'after');
    expect(onB.events().map(label)).toEqual(['before', 'after']);
    await board().app.start();
  });

  it('each keeps one subscription to the doorbell however many listen [RT10]', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 ? dispatcher : b(dispatcher)).listen()));
    expect(await board().redisCommand('PUBSUB', 'NUMSUB', 'watchroom:doorbell')).toEqual(['watchroom:doorbell', 2]);
  });
});
