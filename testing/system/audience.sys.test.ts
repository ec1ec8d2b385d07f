import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenedStream } from '../open-stream';
import { people, type Person } from '../person';
import type { EventBlock } from '../strict-sse-parser';
import { useBoard } from '../use-board';

describe('who hears what', () => {
  const board = useBoard();
  let admin: Person, supervisor: Person, one: Person, two: Person, observer: Person;
  beforeAll(async () => {
    const all = await people(board().app.url, 'admin', 'supervisor', 'dispatcher1', 'dispatcher2', 'observer');
    [admin, supervisor, one, two, observer] = all as [Person, Person, Person, Person, Person];
  });

  /** What each stream heard before a broadcast that all of them hear; which cards that outdates is another matter. */
  async function heard(streams: readonly OpenedStream[]): Promise<string[][]> {
    const label = crypto.randomUUID();
    await admin.broadcast(label);
    await Promise.all(streams.map((stream) => stream.waitForEvent('test.broadcast', (event) => isLabelled(event, label))));
    return streams.map((stream) => stream.events().map(nameOf).filter((name) => name !== `test.broadcast ${label}` && !name.startsWith('state:stale')));
  }

  it('a message goes to the roles it is addressed to, and to those who may send', async () => {
    const streams = await Promise.all([admin, supervisor, one, observer].map((who) => who.listen()));
    await supervisor.flash({ level: 'info', title: 'observers', audience: ['observer'] });
    await supervisor.flash({ level: 'warning', title: 'dispatchers', audience: ['dispatcher'] });
    await supervisor.flash({ level: 'ok', title: 'all' });
    expect(await heard(streams)).toEqual([
      ['flash.sent observers', 'flash.sent dispatchers', 'flash.sent all'],
      ['flash.sent observers', 'flash.sent dispatchers', 'flash.sent all'],
      ['flash.sent dispatchers', 'flash.sent all'],
      ['flash.sent observers', 'flash.sent all'],
    ]);
  });

  it('a receipt goes to those who may send and to all screens of its owner, to nobody else [RT8]', async () => {
    const flash = await supervisor.flash({ level: 'info', title: 'm' });
    const streams = await Promise.all([supervisor, one, one, two, observer].map((who) => who.listen()));
    await one.mark(flash.id, 'delivered');
    await observer.mark(flash.id, 'displayed');
    const byOne = `flash.receipt ${await nameOfUser(one)}`;
    const byObserver = `flash.receipt ${await nameOfUser(observer)}`;
    expect(await heard(streams)).toEqual([[byOne, byObserver], [byOne], [byOne], [], [byObserver]]);
  });

  it('a scheduled message is known to senders only until it goes out', async () => {
    const streams = await Promise.all([admin, one, observer].map((who) => who.listen()));
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const flash = await supervisor.flash({ level: 'info', title: 'later', startsAt });
    await supervisor.post(`/api/flash/${flash.id}/cancel`);
    expect(await heard(streams)).toEqual([['flash.updated later', 'flash.updated later'], [], []]);
    for (const who of [one, observer]) {
      const list = await who.get('/api/flash');
      expect(list.text).not.toContain(flash.id);
      expect((await who.get('/api/snapshot')).text).not.toContain(flash.id);
    }
  });

  it('a message for others can be marked neither as seen nor as acknowledged', async () => {
    const flash = await supervisor.flash({ level: 'info', title: 'observers', audience: ['observer'], requiresAck: true });
    const answers = [await one.post(`/api/flash/${flash.id}/displayed`), await one.post(`/api/flash/${flash.id}/ack`)];
    expect(answers.map((answer) => answer.status)).toEqual([422, 422]);
    expect((await observer.post(`/api/flash/${flash.id}/ack`)).status).toBe(403);
  });

  it('by polling each role hears the same as on its stream, in the same order [RT8]', async () => {
    const everybody = [admin, supervisor, one, two, observer];
    const streams = await Promise.all(everybody.map((who) => who.listen()));
    const since = streams.map((stream) => stream.cursor());
    const flash = await supervisor.flash({ level: 'critical', title: 'first', audience: ['dispatcher'], requiresAck: true });
    await one.mark(flash.id, 'ack');
    await admin.flash({ level: 'ok', title: 'second', audience: ['observer'] });
    await two.mark(flash.id, 'delivered');
    await supervisor.post(`/api/flash/${flash.id}/recall`);
    await heard(streams);
    for (const [index, stream] of streams.entries()) {
      const fromStream = stream.events().map(({ id, eventId, type, data, timestamp }) => ({ cursor: id, id: eventId, type, data, timestamp }));
      const polled = await everybody[index]?.pollUpTo(since[index] ?? '', fromStream.at(-1)?.cursor ?? '');
      expect(polled).toEqual(fromStream);
      expect(fromStream.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('the list of a message’s receipts is for those who may send', async () => {
    const flash = await supervisor.flash({ level: 'info', title: 'm' });
    const answers = await Promise.all([admin, supervisor, one, observer].map((who) => who.get(`/api/flash/${flash.id}/receipts`)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 403, 403]);
  });
});

function isLabelled(event: EventBlock, label: string): boolean {
  return (event.data as { label?: string }).label === label;
}

/** An event in a few words: its type and what it is about. */
function nameOf(event: EventBlock): string {
  const data = event.data as { flash?: { title: string }; receipt?: { userName: string }; label?: string };
  return `${event.type} ${data.flash?.title ?? data.receipt?.userName ?? data.label ?? ''}`;
}

async function nameOfUser(who: Person): Promise<string> {
  const { me } = (await who.get('/api/snapshot')).json() as { me: { name: string } };
  return me.name;
}
