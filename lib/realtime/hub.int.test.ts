import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireEvent } from '@/lib/protocol/events';
import { HubUnavailable, type Hub } from './hub';
import { contestedWord, drainWord, passingWord } from './hub-words';
import { toOutgoing } from './event-log';
import { OWN_LISTENER_ID } from './own-listener';
import { listen, startWorld, testEvent, type World } from '@/testing/hub-world';

let world: World;
let hub: Hub;

beforeEach(async () => {
  world = await startWorld();
  hub = world.newHub();
});
afterEach(() => world.end());

const send = (...names: string[]) => world.log.append(names.map((name) => testEvent(name)));
const numbers = (count: number) => Array.from({ length: count }, (_, n) => `${n}`);

describe('a hub', () => {
  it('greets first, then gives every client every event in order, over one subscription [RT3]', async () => {
    const clients = await Promise.all(numbers(20).map(() => listen().attach(hub)));
    const all = numbers(60);
    for (const name of all) await send(name);
    await Promise.all(clients.map((client) => client.until(() => client.heard.length >= 60)));
    for (const client of clients) {
      expect(client.heard).toEqual(all);
      expect(client.frames[0]).toBe('connected');
    }
    expect(await world.redis.exec(['PUBSUB', 'NUMSUB', 'watchroom:doorbell'])).toEqual(['watchroom:doorbell', 1]);
  });

  it('gives a client that comes back exactly what it missed [RT4]', async () => {
    const first = await listen().attach(hub);
    await send('a', 'b');
    await first.until(() => first.heard.length === 2);
    first.leave();
    await send('c', 'd');
    const second = await listen().attach(hub, { since: first.cursors.at(-1) ?? null });
    await send('e');
    await second.until(() => second.heard.includes('e'));
    expect(second.heard).toEqual(['c', 'd', 'e']);
    expect(second.frames).toEqual(['connected']);
  });

  it('passes on what is true only now to those who hear its topic, without a cursor and without a replay (A9)', async () => {
    const inRoom = await listen().attach(hub, { topics: ['test', 'incident:one'] });
    const elsewhere = await listen().attach(hub, { topics: ['test', 'incident:two'] });
    const event: WireEvent = { id: 'passing', type: 'presence.changed', data: { incidentId: 'one', present: [] }, timestamp: new Date().toISOString() };
    await send('before');
    await inRoom.until(() => inRoom.heard.includes('before'));
    const since = inRoom.cursors.at(-1) ?? null;
    await world.log.ring(passingWord(toOutgoing(event, [{ permission: 'rooms.read' }])));
    await inRoom.until(() => inRoom.heard.includes('presence.changed'));
    await send('after');
    await elsewhere.until(() => elsewhere.heard.includes('after'));
    expect(elsewhere.heard).toEqual(['before', 'after']);
    const back = await listen().attach(hub, { since, topics: ['test', 'incident:one'] });
    await back.until(() => back.heard.includes('after'));
    expect(back.heard).toEqual(['after']);
  });

  it('moves the cursor of a client that sees nothing, so that it can come back [RT7]', async () => {
    const client = await listen().attach(hub, { topics: [] });
    await send('hidden');
    const other = await listen().attach(hub);
    await send('second');
    await other.until(() => other.heard.includes('second'));
    const latest = other.cursors.at(-1);
    await client.until(() => client.cursors.at(-1) === latest);
    expect(client.heard).toEqual([]);
  });

  it('tells nobody what is not for them, live and on replay [RT8]', async () => {
    const start = await listen().attach(hub, { userId: 'boss', role: 'admin' });
    await start.until(() => start.cursors.length > 0);
    const since = start.cursors[0] ?? null;
    const forAnna = testEvent('for anna', [{ permission: 'flash.send' }, { permission: 'board.read', userIds: ['anna'] }]);
    const forAdmins = testEvent('for admins', [{ permission: 'users.manage' }]);
    const anna = await listen().attach(hub, { userId: 'anna' });
    const bert = await listen().attach(hub, { userId: 'bert' });
    await world.log.append([forAnna, forAdmins, testEvent('for all')]);
    for (const client of [start, anna, bert]) await client.until(() => client.heard.includes('for all'));
    const replayed = await listen().attach(hub, { userId: 'bert', since });
    const replayedAnna = await listen().attach(hub, { userId: 'anna', since });
    expect(start.heard).toEqual(['for anna', 'for admins', 'for all']);
    expect(anna.heard).toEqual(['for anna', 'for all']);
    expect(bert.heard).toEqual(['for all']);
    expect(replayed.heard).toEqual(['for all']);
    expect(replayedAnna.heard).toEqual(['for anna', 'for all']);
  });

  it('ends the streams of a changed account before anything that follows [RT9]', async () => {
    const anna = await listen().attach(hub, { userId: 'anna' });
    const bert = await listen().attach(hub, { userId: 'bert' });
    const revoked = toOutgoing(
      { id: 'r1', type: 'session.revoked', data: { userId: 'anna', sessionVersion: 1, role: null }, timestamp: new Date().toISOString() },
      [{ permission: 'users.manage' }],
    );
    await world.log.append([revoked, testEvent('secret')]);
    await anna.until(() => anna.closed);
    await bert.until(() => bert.heard.length > 0);
    expect(anna.frames).toContain('error');
    expect(anna.heard).toEqual([]);
    expect(bert.heard).toEqual(['secret']);
  });

  it('ends the streams of a sign-in that was ended before anything that follows, and no other of that account [RT9]', async () => {
    const here = await listen().attach(hub, { userId: 'anna', sessionId: 'here' });
    const there = await listen().attach(hub, { userId: 'anna', sessionId: 'there' });
    const until = new Date(Date.now() + 60_000).toISOString();
    const event = toOutgoing({ id: 's1', type: 'session.ended', data: { userId: 'anna', sessionId: 'here', until }, timestamp: new Date().toISOString() }, [{ permission: 'users.manage' }]);
    await world.log.append([event, testEvent('secret')]);
    await here.until(() => here.closed);
    await there.until(() => there.heard.length > 0);
    expect(here.frames).toContain('error');
    expect(here.heard).toEqual([]);
    expect(there.heard).toEqual(['secret']);
  });

  it('keeps what a client that does not read has missed, and goes on where it stopped [RT11]', async () => {
    const slow = await listen().attach(hub);
    const quick = await listen().attach(hub);
    slow.full = true;
    await send('0');
    await quick.until(() => quick.heard.length === 1);
    const rest = numbers(300).slice(1);
    for (const name of rest) await send(name);
    await quick.until(() => quick.heard.length === 300);
    expect(slow.heard).toEqual(['0']);
    slow.drain();
    await slow.until(() => slow.heard.length === 300);
    expect(slow.heard).toEqual(numbers(300));
  });

  it('says when it lost the log and when it has it back, and loses nothing in between [RT12]', async () => {
    const client = await listen().attach(hub);
    await send('before');
    await client.until(() => client.heard.length === 1);
    await world.stop();
    await client.until(() => client.frames.includes('upstream lost'));
    await expect(listen().attach(hub)).rejects.toThrow(HubUnavailable);
    await world.begin();
    await send('after');
    await client.until(() => client.heard.includes('after'));
    expect(client.heard).toEqual(['before', 'after']);
    expect(client.frames).toEqual(['connected', 'upstream lost', 'upstream ok']);
  });

  it('sends everybody to the snapshot when the log came back empty [RT13]', async () => {
    const client = await listen().attach(hub);
    await send('before');
    await client.until(() => client.heard.length === 1);
    await world.lose();
    await client.until(() => client.frames.includes('reset log_lost'));
    await send('new life');
    await client.until(() => client.heard.includes('new life'));
    expect(client.heard).toEqual(['before', 'new life']);
  });

  it('delivers within its safety read when the bell stays open but never rings, and counts that [RT12]', async () => {
    const deaf = world.newHub({ deafBell: true });
    const client = await listen().attach(deaf);
    await send('unrung');
    await client.until(() => client.heard.length === 1);
    await expect.poll(() => deaf.stats().deafDoorbells, { timeout: 5_000 }).toBe(1);
  });

  it('answers a damaged cursor with a reset and goes on live [RT5]', async () => {
    const client = await listen().attach(hub, { since: 'nonsense' });
    expect(client.frames).toEqual(['connected', 'reset malformed']);
    await send('live');
    await client.until(() => client.heard.includes('live'));
  });

  it('asks for a new stream before an old one grows too old, then ends it [RT16]', async () => {
    const quickly = world.newHub({ maxAgeMs: 1_000 });
    const client = await listen().attach(quickly);
    await client.until(() => client.frames.includes('rotate'));
    expect(client.closed).toBe(false);
  });

  it('ends a stream whose sign-in has run out [RT9]', async () => {
    const client = await listen().attach(hub, { expiresAt: Date.now() + 500 });
    await client.until(() => client.closed);
    expect(client.frames).toEqual(['connected', 'error']);
  });

  it('gives a returning client its old place and ends the stream it had [RT16]', async () => {
    const first = await listen().attach(hub, { clientId: 'same-client' });
    const second = await listen().attach(hub, { clientId: 'same-client' });
    expect(first.closed).toBe(true);
    expect(hub.stats().connections).toBe(1);
    const stranger = await listen().attach(hub, { clientId: 'same-client', userId: 'bert' });
    expect(second.closed).toBe(false);
    expect(stranger.closed).toBe(false);
  });

  it('counts the screens that listen, not the board that listens to itself', async () => {
    await listen().attach(hub, { userId: OWN_LISTENER_ID });
    expect(hub.stats().connections).toBe(0);
    await listen().attach(hub, { userId: 'dora' });
    expect(hub.stats().connections).toBe(1);
  });

  it('asks all who hold a contested place to move, and takes the place of who does not [RT14]', { timeout: 30_000 }, async () => {
    const hurried = world.newHub({ heartbeatMs: 20 });
    const [there, gone, other] = await Promise.all([
      listen().attach(hurried, { clientId: 'still-there', userId: 'carl' }),
      listen().attach(hurried, { clientId: 'vanished-0', userId: 'carl' }),
      listen().attach(hurried, { userId: 'dora' }),
    ]);
    await there.until(() => there.cursors.length > 8);
    await world.log.ring(contestedWord('carl'));
    await Promise.all([there, gone].map((client) => client.until(() => client.frames.includes('rotate'))));
    const moved = await listen().attach(hurried, { clientId: 'still-there', userId: 'carl' });
    await gone.until(() => gone.closed);
    expect(moved.closed).toBe(false);
    expect(other.frames).toEqual(['connected']);
    expect(other.closed).toBe(false);
  });

  it('sends all away when its instance leaves, and takes nobody new [RT21]', async () => {
    const clients = await Promise.all(numbers(5).map(() => listen().attach(hub)));
    await world.log.ring(drainWord('hub0'));
    for (const client of clients) {
      await client.until(() => client.closed);
      expect(client.frames).toEqual(['connected', 'rotate']);
    }
    await expect(listen().attach(hub)).rejects.toThrow(/being replaced/);
  });
});
