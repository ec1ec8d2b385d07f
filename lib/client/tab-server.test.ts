import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatCursor, type Cursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import type { ConnectionEvents } from './connection';
import { createTabServer, type TabPort, type TabServer } from './tab-server';
import type { ToTab } from './tab-messages';

const AT = '2026-11-20T14:02:31.000Z';
const place = (n: number, epoch = 'ep') => formatCursor(epoch, `${n}-0`);
const testEvent = (id: string): WireEvent => ({ id, type: 'test.broadcast', timestamp: AT, data: { id, label: id, sentAt: AT, sentBy: 'x' } });

/** Stands in for the stream: what it is told is written down, what it tells is said by the test. */
function fakeConnection() {
  const calls: string[] = [];
  let events: ConnectionEvents | undefined;
  return {
    calls,
    open: (told: ConnectionEvents) => {
      events = told;
      return {
        start(cursor: string | null) {
          calls.push(`start ${cursor}`);
          if (cursor) told.onCursor(cursor as Cursor);
        },
        stop: () => void calls.push('stop'),
        wake: () => void calls.push('wake'),
        offline: () => void calls.push('offline'),
        setTopics: (topics: string | null) => void calls.push(`topics ${topics}`),
      };
    },
    tell(id: string, at: Cursor) {
      events?.onCursor(at);
      events?.onEvent(testEvent(id), at);
    },
    reset: (at: Cursor) => events?.onReset(at),
    unknown: () => events?.onUnknown(),
  };
}

function fakeTab(server: TabServer) {
  const messages: ToTab[] = [];
  const port: TabPort = { post: (message) => void messages.push(message), close: () => undefined };
  return {
    messages,
    heard: () => messages.flatMap((message) => (message.type === 'event' ? [message.event.id] : [])),
    hello: (cursor: string | null, visible = true) => server.receive(port, { type: 'hello', cursor, visible, rooms: [], origin: 'http://board' }),
    say: (type: 'alive' | 'bye' | 'wake') => server.receive(port, { type }),
    show: (...rooms: string[]) => server.receive(port, { type: 'rooms', rooms }),
    look: (visible: boolean) => server.receive(port, { type: 'visible', visible }),
  };
}

let stream: ReturnType<typeof fakeConnection>;
let server: TabServer;

beforeEach(() => {
  vi.useFakeTimers();
  stream = fakeConnection();
  server = createTabServer(stream.open);
});
afterEach(() => vi.useRealTimers());

const starts = () => stream.calls.filter((call) => call.startsWith('start') || call === 'stop');
const topics = () => stream.calls.filter((call) => call.startsWith('topics')).at(-1);

describe('tabs on one connection', () => {
  it('share one, from the first hello to the last goodbye [RT18]', () => {
    const tabs = Array.from({ length: 8 }, () => fakeTab(server));
    for (const tab of tabs) tab.hello(place(1));
    stream.tell('a', place(2));
    for (const tab of tabs) expect(tab.heard()).toEqual(['a']);
    for (const tab of tabs.slice(1)) tab.say('bye');
    expect(starts()).toEqual([`start ${place(1)}`]);
    tabs[0]?.say('bye');
    expect(starts()).toEqual([`start ${place(1)}`, 'stop']);
  });

  it('bring one that comes later up to date from its own cursor [RT18]', () => {
    const first = fakeTab(server);
    first.hello(place(1));
    for (const n of [2, 3, 4]) stream.tell(`e${n}`, place(n));
    const second = fakeTab(server);
    second.hello(place(2));
    stream.tell('e5', place(5));
    expect(second.heard()).toEqual(['e3', 'e4', 'e5']);
  });

  it.each([
    ['older than what is kept', place(0)],
    ['of another life of the log', place(3, 'other')],
    ['missing', null],
  ])('send one whose cursor is %s to the snapshot', (_what, cursor) => {
    fakeTab(server).hello(place(1));
    stream.tell('e2', place(2));
    const late = fakeTab(server);
    late.hello(cursor);
    expect(late.messages).toContainEqual({ type: 'reset', cursor: place(2) });
    expect(late.heard()).toEqual([]);
  });

  it('forget one that answers no ping, and take it back when it says hello [RT18]', () => {
    const frozen = fakeTab(server);
    const lively = fakeTab(server);
    frozen.hello(place(1));
    lively.hello(place(1));
    for (let seconds = 0; seconds < 70; seconds += 2) {
      vi.advanceTimersByTime(2_000);
      lively.say('alive');
    }
    stream.tell('e2', place(2));
    expect([frozen.heard(), lively.heard()]).toEqual([[], ['e2']]);
    frozen.hello(place(1));
    expect(frozen.heard()).toEqual(['e2']);
    expect(starts()).toEqual([`start ${place(1)}`]);
  });

  it('ask only for what must alarm when nobody has looked for a while, and for all on the first look [RT19]', () => {
    const tabs = [fakeTab(server), fakeTab(server)];
    for (const tab of tabs) tab.hello(place(1));
    tabs[0]?.look(false);
    vi.advanceTimersByTime(30_000);
    expect(topics()).toBe('topics null');
    tabs[1]?.look(false);
    expect(topics()).toBe('topics null');
    for (const tab of tabs) tab.say('alive');
    vi.advanceTimersByTime(14_000);
    expect(topics()).toBe('topics flash');
    tabs[0]?.look(true);
    expect(topics()).toBe('topics null');
    expect(stream.calls).toContain('wake');
  });

  it('ask for the rooms that any of them shows, and no longer when it is closed (I3)', () => {
    const tabs = [fakeTab(server), fakeTab(server)];
    for (const tab of tabs) tab.hello(place(1));
    tabs[0]?.show('one');
    tabs[1]?.show('two', 'one');
    expect(topics()).toBe('topics *,incident:one,incident:two');
    tabs[1]?.say('bye');
    expect(topics()).toBe('topics *,incident:one');
    tabs[0]?.show();
    expect(topics()).toBe('topics null');
  });

  it('are told of what none of them understands, one that comes later as well [RT24]', () => {
    const first = fakeTab(server);
    first.hello(place(1));
    stream.unknown();
    const second = fakeTab(server);
    second.hello(place(1));
    for (const { messages } of [first, second]) expect(messages.filter(({ type }) => type === 'unknown')).toHaveLength(1);
  });
});
