import { describe, expect, it } from 'vitest';
import { createMutex } from '@/lib/core/mutex';
import { RequestError } from '@/lib/queries/http';
import { fakeStorage } from './fake-storage';
import { keepItems } from './kept-items';
import { createOutbox, type Outbox } from './outbox';
import type { UnsentEntry } from './outbox-item';
import { takesNow } from './takes-now';

const ROOM = 'room-1';
const offline = () => new RequestError(0, 'network', 'The server cannot be reached.');

function utterance(text: string): UnsentEntry {
  return { kind: 'utterance', text, clientMsgId: `id-${text}-00000000` };
}

/** A server that takes each id once, and a way to make it fail. `received` counts every arrival, also repeated ones. */
function fakeServer() {
  const log: string[] = [];
  const ids = new Set<string>();
  const server = {
    log,
    received: 0,
    /** Thrown before the entry is taken. */
    refuse: (_entry: UnsentEntry): Error | null => null,
    /** The entry is taken, but the answer does not come back. */
    loseAnswer: (_entry: UnsentEntry): boolean => false,
    async take(room: string, entry: UnsentEntry): Promise<void> {
      await Promise.resolve();
      const error = server.refuse(entry);
      if (error) throw error;
      server.received += 1;
      if (!ids.has(entry.clientMsgId)) {
        ids.add(entry.clientMsgId);
        log.push(`${room}: ${entry.text}`);
      }
      if (server.loseAnswer(entry)) throw offline();
    },
  };
  return server;
}

interface Tab {
  readonly outbox: Outbox;
  /** Ends the waits between tries. */
  readonly elapse: () => void;
  readonly waits: number[];
}

interface World {
  readonly map: Map<string, string>;
  readonly server: ReturnType<typeof fakeServer>;
  readonly alone: (incidentId: string, work: () => Promise<void>) => Promise<void>;
}

function world(): World {
  return { map: new Map(), server: fakeServer(), alone: ((mutex) => (_room: string, work: () => Promise<void>) => mutex(work))(createMutex()) };
}

function openTab({ map, server, alone }: World, now = () => 1_000, roomFor = Infinity): Tab {
  const waits: number[] = [];
  const waiting = new Set<() => void>();
  const outbox = createOutbox({
    kept: keepItems(fakeStorage(map, roomFor), 'user-1'),
    send: (room, entry) => server.take(room, entry),
    now,
    random: () => 1,
    wait: (ms, woken) =>
      new Promise((resolve) => {
        waits.push(ms);
        if (woken.aborted) return resolve();
        waiting.add(resolve);
        woken.addEventListener('abort', () => resolve());
      }),
    alone,
  });
  const elapse = () => {
    for (const end of waiting) end();
    waiting.clear();
  };
  return { outbox, elapse, waits };
}

const settled = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
const states = (outbox: Outbox) => outbox.view().items.map(({ entry, state }) => `${entry.text} ${state}`);

describe('the outbox of rooms', () => {
  it('shows an entry at once and sends it', async () => {
    const { server, ...rest } = world();
    const { outbox } = openTab({ server, ...rest });
    outbox.add(ROOM, utterance('one'));
    expect(states(outbox)).toEqual(['one waiting']);
    await settled();
    expect(server.log).toEqual(['room-1: one']);
    expect(states(outbox)).toEqual(['one taken']);
  });

  it('keeps what cannot be sent, says why, and sends it in order when the connection is back', async () => {
    const board = world();
    const { outbox, waits } = openTab(board);
    board.server.refuse = offline;
    for (const text of ['one', 'two', 'three']) outbox.add(ROOM, utterance(text));
    await settled();
    expect(states(outbox)).toEqual(['one waiting', 'two waiting', 'three waiting']);
    expect(outbox.view().troubles).toEqual({ [ROOM]: 'The server cannot be reached.' });
    expect(waits).toEqual([1_000]);
    board.server.refuse = () => new RequestError(0, 'timeout', 'See whether it was done.');
    outbox.wake();
    await settled();
    expect(outbox.view().troubles).toEqual({ [ROOM]: 'The server did not answer in time.' });
    board.server.refuse = () => null;
    outbox.wake();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two', 'room-1: three']);
    expect(outbox.view().troubles).toEqual({});
  });

  it('waits longer after each failure, and never shorter than the server asks', async () => {
    const board = world();
    const tab = openTab(board);
    board.server.refuse = offline;
    tab.outbox.add(ROOM, utterance('one'));
    for (let n = 0; n < 3; n += 1) {
      await settled();
      tab.elapse();
    }
    await settled();
    board.server.refuse = () => new RequestError(503, 'unavailable', 'Later.', [], 60_000);
    tab.elapse();
    await settled();
    expect(tab.waits).toEqual([1_000, 2_000, 4_000, 8_000, 60_000]);
  });

  it('does not let a later entry overtake one that failed', async () => {
    const board = world();
    const tab = openTab(board);
    let failures = 1;
    board.server.refuse = ({ text }) => (text === 'one' && failures-- > 0 ? offline() : null);
    tab.outbox.add(ROOM, utterance('one'));
    tab.outbox.add(ROOM, utterance('two'));
    await settled();
    expect(board.server.log).toEqual([]);
    tab.elapse();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two']);
  });

  it('holds up no other room', async () => {
    const board = world();
    const { outbox } = openTab({ ...board, alone: (_room, work) => work() });
    board.server.refuse = ({ text }) => (text === 'stuck' ? offline() : null);
    outbox.add(ROOM, utterance('stuck'));
    outbox.add('room-2', utterance('free'));
    await settled();
    expect(board.server.log).toEqual(['room-2: free']);
  });

  it('sends again under the same id when the answer was lost, so that the log holds it once', async () => {
    const board = world();
    const tab = openTab(board);
    let losses = 1;
    board.server.loseAnswer = () => losses-- > 0;
    tab.outbox.add(ROOM, utterance('one'));
    await settled();
    tab.elapse();
    await settled();
    expect(board.server.received).toBe(2);
    expect(board.server.log).toEqual(['room-1: one']);
  });

  it('does not send again what was seen in the log', async () => {
    const board = world();
    const tab = openTab(board);
    board.server.loseAnswer = () => true;
    tab.outbox.add(ROOM, utterance('one'));
    await settled();
    tab.outbox.confirm([utterance('one').clientMsgId]);
    tab.elapse();
    await settled();
    expect(board.server.received).toBe(1);
    expect(states(tab.outbox)).toEqual(['one taken']);
  });

  it('keeps a refused entry with the reason and goes on with the next', async () => {
    const board = world();
    const { outbox } = openTab(board);
    board.server.refuse = ({ text }) => (text === 'one' ? new RequestError(409, 'room_paused', 'This room is paused.') : null);
    outbox.add(ROOM, utterance('one'));
    outbox.add(ROOM, utterance('two'));
    await settled();
    expect(board.server.log).toEqual(['room-1: two']);
    expect(outbox.view().items[0]).toMatchObject({ state: 'refused', refusal: 'This room is paused.', entry: { text: 'one' } });
    outbox.wake();
    await settled();
    expect(states(outbox)).toEqual(['one refused', 'two taken']);
    outbox.discard(utterance('one').clientMsgId);
    expect(states(outbox)).toEqual(['two taken']);
  });

  it('knows when a room takes what it refused, and sends it once more when asked (A12)', async () => {
    const board = world();
    const { outbox } = openTab(board);
    board.server.refuse = () => new RequestError(409, 'room_paused', 'This room is paused.', [], null, { id: ROOM, status: 'paused', version: 4 });
    outbox.add(ROOM, utterance('one'));
    await settled();
    const [item] = outbox.view().items;
    if (!item) throw new Error('The refused item is gone.');
    expect(takesNow(item, { status: 'paused', version: 4 })).toBe(false);
    // This screen has not heard of the pause yet.
    expect(takesNow(item, { status: 'active', version: 3 })).toBe(false);
    expect(takesNow(item, { status: 'active', version: 5 })).toBe(true);
    expect(takesNow({ ...item, refusedVersion: null }, { status: 'active', version: 5 })).toBe(false);
    board.server.refuse = () => null;
    outbox.retry(item.entry.clientMsgId);
    await settled();
    expect(board.server.log).toEqual(['room-1: one']);
    expect(states(outbox)).toEqual(['one taken']);
  });

  it('treats being signed out as no refusal', async () => {
    const board = world();
    const { outbox } = openTab(board);
    board.server.refuse = () => new RequestError(401, 'unauthenticated', 'Sign in.');
    outbox.add(ROOM, utterance('one'));
    await settled();
    expect(states(outbox)).toEqual(['one waiting']);
    expect(outbox.view().troubles[ROOM]).toBe('You are signed out.');
  });

  it('survives a reload, in order', async () => {
    const board = world();
    board.server.refuse = offline;
    const before = openTab(board);
    before.outbox.add(ROOM, utterance('one'));
    before.outbox.add(ROOM, utterance('two'));
    await settled();
    const after = openTab({ ...board, server: Object.assign(board.server, { refuse: () => null }) });
    expect(states(after.outbox)).toEqual(['one waiting', 'two waiting']);
    after.outbox.add(ROOM, utterance('three'));
    after.outbox.wake();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two', 'room-1: three']);
  });

  it('loses nothing and doubles nothing when two tabs write and send at once', async () => {
    const board = world();
    board.server.refuse = offline;
    const [left, right] = [openTab(board), openTab(board)];
    left.outbox.add(ROOM, utterance('one'));
    right.outbox.add(ROOM, utterance('two'));
    left.outbox.add(ROOM, utterance('three'));
    await settled();
    board.server.refuse = () => null;
    left.outbox.wake();
    right.outbox.wake();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two', 'room-1: three']);
    expect(board.server.received).toBe(3);
    right.outbox.refresh();
    expect(states(right.outbox)).toEqual(['one taken', 'two taken', 'three taken']);
  });

  it('keeps order and number even in a browser without locks', async () => {
    const board = { ...world(), alone: (_room: string, work: () => Promise<void>) => work() };
    board.server.refuse = offline;
    const [left, right] = [openTab(board), openTab(board)];
    for (const text of ['one', 'two', 'three']) left.outbox.add(ROOM, utterance(text));
    await settled();
    board.server.refuse = () => null;
    left.outbox.wake();
    right.outbox.wake();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two', 'room-1: three']);
  });

  it('holds what the storage does not take for as long as the page lives', async () => {
    const board = world();
    const { outbox } = openTab(board, () => 1_000, 1);
    board.server.refuse = offline;
    outbox.add(ROOM, utterance('one'));
    outbox.add(ROOM, utterance('two'));
    await settled();
    board.server.refuse = () => null;
    outbox.wake();
    await settled();
    expect(board.server.log).toEqual(['room-1: one', 'room-1: two']);
  });

  it('forgets a taken entry after a minute, not before', async () => {
    const board = world();
    let time = 1_000;
    const { outbox } = openTab(board, () => time);
    outbox.add(ROOM, utterance('one'));
    await settled();
    time += 59_000;
    outbox.refresh();
    expect(states(outbox)).toEqual(['one taken']);
    time += 2_000;
    outbox.refresh();
    expect(states(outbox)).toEqual([]);
    expect(board.map.size).toBe(0);
  });

  it('does not see what another user of this browser wrote', () => {
    const board = world();
    board.server.refuse = offline;
    openTab(board).outbox.add(ROOM, utterance('one'));
    expect(keepItems(fakeStorage(board.map), 'user-2').all()).toEqual([]);
  });

  it('skips what is no item of this version', () => {
    const board = world();
    board.map.set('watchroom.outbox.room.user-1.broken-00', '{"text":');
    expect(states(openTab(board).outbox)).toEqual([]);
  });
});
