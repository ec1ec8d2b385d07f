import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app';
import { eventually } from '../eventually';
import { people, type Person } from '../person';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy';
import { useBoard } from '../use-board';

describe('an application whose road to Redis breaks', () => {
  const board = useBoard();
  let proxy: TcpProxy;
  let app: App;
  let supervisor: Person;
  let dispatcher: Person;

  beforeAll(async () => {
    proxy = await startTcpProxy(Number(new URL(board().redis.url).port));
    app = await board().addInstance({ UPSTASH_REDIS_REST_URL: proxy.url });
    [supervisor, dispatcher] = (await people(app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  });
  afterAll(() => proxy?.stop());

  it('writes an event again when the reply was lost, and everybody still hears it once [RT2]', async () => {
    const elsewhere = dispatcher.at(board().app.url);
    const streams = await Promise.all([dispatcher.listen(), elsewhere.listen()]);
    const since = streams[0].cursor();
    const lost = proxy.loseReplyTo(/flash\.sent/);
    const flash = await supervisor.flash({ level: 'warning', title: 'Written twice' });
    await lost;
    await eventually('the event to be marked as sent', async () => {
      const [row] = await board().sql<{ sent_at: Date | null }>(`SELECT sent_at FROM outbox_events WHERE json LIKE '%' || $1 || '%'`, [flash.id]);
      return row?.sent_at;
    });
    await eventually('a broadcast', () => supervisor.broadcast('fence').catch(() => null));
    for (const stream of streams) {
      await stream.waitForEvent('test.broadcast');
      expect(stream.events().map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
    }
    const onTheLog = JSON.stringify(await board().redisCommand('XRANGE', 'watchroom:log', '-', '+')).split(`\\"id\\":\\"${flash.id}\\"`).length - 1;
    expect(onTheLog).toBe(2);
    for (const who of [dispatcher, elsewhere]) {
      expect((await who.pollUpTo(since, streams[0].cursor())).map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
      const replay = await who.stream({ since });
      await replay.waitForEvent('test.broadcast');
      expect(replay.events().map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
    }
  });

  it('says so on its streams, and brings what others sent meanwhile when the road is open again', async () => {
    const stream = await dispatcher.listen();
    await dispatcher.broadcast('before');
    await stream.waitForEvent('test.broadcast');
    proxy.setOpen(false);
    proxy.cut();
    expect((await stream.waitForFrame('upstream')).data).toEqual({ state: 'lost' });
    const other = dispatcher.at(board().app.url);
    for (const label of ['one', 'two', 'three']) await other.broadcast(label);
    proxy.setOpen(true);
    await stream.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === 'three');
    expect(stream.events().map((event) => (event.data as { label: string }).label)).toEqual(['before', 'one', 'two', 'three']);
    expect(stream.frames.some((block) => block.kind === 'frame' && block.type === 'reset')).toBe(false);
  });

  it('loses nothing through many cuts while events go on', async () => {
    const stream = await dispatcher.listen();
    const other = dispatcher.at(board().app.url);
    const labels = Array.from({ length: 60 }, (_, index) => `cut ${index}`);
    for (const [index, label] of labels.entries()) {
      await other.broadcast(label);
      if (index % 6 === 0) proxy.cut();
    }
    await stream.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === labels.at(-1));
    expect(stream.events().map((event) => (event.data as { label: string }).label)).toEqual(labels);
  });
});
