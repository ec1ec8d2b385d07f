import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatCursor } from '@/lib/protocol/cursor';
import { encodeEvent, encodeFrame, encodeHeartbeat } from '@/lib/protocol/encode';
import { fakeAbortTimeouts } from '@/lib/queries/testing';
import { createConnection, type Connection } from './connection';

const place = (n: number) => formatCursor('ep', `${n}-0`);
const now = () => new Date(Date.now());

/** One stream that was opened: what was asked, and a hand to write with. */
interface Opened {
  readonly path: string;
  readonly cursor: string | null;
  readonly signal: AbortSignal;
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

let opened: Opened[];
let states: string[];
let heard: string[];
/** Polls that were sent. */
let polls: AbortSignal[];
/** What polls are answered with; null: with nothing, ever. */
let pollAnswer: (() => Response) | null;
let streamsFail: boolean;
let connection: Connection;

const turn = () => vi.advanceTimersByTimeAsync(0);

function answer(path: string, init: RequestInit): Promise<Response> {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own) });
  const signal = init.signal as AbortSignal;
  if (path.startsWith('/api/events')) {
    polls.push(signal);
    if (pollAnswer) return Promise.resolve(pollAnswer());
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  }
  signal.addEventListener('abort', () => controller?.error(new Error('aborted')));
  opened.push({
    path,
    cursor: new Headers(init.headers).get('last-event-id'),
    signal,
    async write(text) {
      controller?.enqueue(new TextEncoder().encode(text));
      await turn();
    },
    async end() {
      controller?.close();
      await turn();
    },
  });
  return Promise.resolve(streamsFail ? new Response('{}', { status: 503 }) : new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
}

const hello = (cursor = place(1)) =>
  encodeFrame('connected', { clientId: 'client-1', instanceId: 'i', build: 'b', epoch: 'ep', cursor, heartbeatMs: 5_000, maxAgeMs: 9, topics: [] }, now());
const event = (n: number) =>
  encodeEvent(
    place(n),
    'test.broadcast',
    JSON.stringify({ id: `e${n}`, type: 'test.broadcast', timestamp: now().toISOString(), data: { id: `${n}`, label: `${n}`, sentAt: now().toISOString(), sentBy: 'x' } }),
  );
const stream = (n: number): Opened => {
  const found = opened[n];
  if (!found) throw new Error(`Stream ${n} was not opened.`);
  return found;
};

beforeEach(async () => {
  fakeAbortTimeouts();
  vi.useFakeTimers();
  [opened, states, heard, polls, pollAnswer, streamsFail] = [[], [], [], [], null, false];
  const nothing = () => undefined;
  connection = createConnection(
    {
      onState: (state) => void states.push(state.name),
      onEvent: ({ id }) => void heard.push(id),
      onConnected: nothing, onActivity: nothing, onServerTime: nothing, onCursor: nothing,
      onReset: nothing, onSnapshot: nothing, onPolled: nothing, onUpstream: nothing, onUnknown: () => void heard.push('unknown'), onTick: nothing,
    },
    answer,
  );
  connection.start(place(1));
  await turn();
  await stream(0).write(hello());
});
afterEach(() => {
  connection.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a connection', () => {
  it('takes over to a new stream without leaving “live”, and hears everything once [RT16]', async () => {
    await stream(0).write(event(2));
    await stream(0).write(encodeFrame('rotate', { withinMs: 5_000 }, now()));
    expect(opened).toHaveLength(2);
    expect(stream(1)).toMatchObject({ cursor: place(2), path: '/api/sse?client=client-1' });
    await stream(0).write(event(3));
    await stream(1).write(hello(place(2)) + event(3) + event(4));
    expect(stream(0).signal.aborted).toBe(true);
    expect(heard).toEqual(['e2', 'e3', 'e4']);
    expect(new Set(states.slice(1))).toEqual(new Set(['live']));
  });

  it('stays on its stream when the next one cannot be opened', async () => {
    await stream(0).write(encodeFrame('rotate', { withinMs: 5_000 }, now()));
    await stream(1).end();
    await stream(0).write(event(2));
    expect(heard).toEqual(['e2']);
    expect(states.at(-1)).toBe('live');
  });

  it('gives up a stream that has been silent for two and a half heartbeats, and goes on from its cursor', async () => {
    await stream(0).write(event(2));
    await vi.advanceTimersByTimeAsync(12_000);
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stream(0).signal.aborted).toBe(true);
    expect(stream(1).cursor).toBe(place(2));
  });

  it('keeps a stream that gives a sign of life', async () => {
    for (let n = 0; n < 10; n += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      await stream(0).write(encodeHeartbeat(now(), place(1)));
    }
    expect(opened).toHaveLength(1);
  });

  it('connects at once when the machine wakes from sleep', async () => {
    // Asleep, no timer fires; awake, the clock has jumped.
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stream(0).signal.aborted).toBe(true);
    expect(opened).toHaveLength(2);
  });

  it('asks for other topics over a second stream, and catches up on what it did not hear [RT19]', async () => {
    await stream(0).write(event(2));
    connection.setTopics('flash');
    await turn();
    await stream(1).write(hello(place(2)) + encodeHeartbeat(now(), place(9)));
    expect(stream(1).path).toContain('topics=flash');
    connection.setTopics(null);
    await turn();
    expect(stream(2)).toMatchObject({ cursor: place(2), path: '/api/sse?client=client-1' });
    await stream(2).write(hello(place(2)) + event(5) + encodeHeartbeat(now(), place(9)));
    expect(heard).toEqual(['e2', 'e5']);
  });

  it('asks for the topics that were wanted while it was connecting, and catches up on them [RT19]', async () => {
    connection.setTopics('flash');
    await turn();
    await stream(1).write(hello() + encodeHeartbeat(now(), place(9)));
    await vi.advanceTimersByTimeAsync(10_000);
    await stream(1).write(encodeHeartbeat(now(), place(9)));
    await stream(1).end();
    expect(stream(2).path).toContain('topics=flash');
    connection.setTopics(null);
    await stream(2).write(hello());
    expect(stream(3)).toMatchObject({ cursor: place(1), path: '/api/sse?client=client-1' });
    await stream(3).write(hello() + event(5));
    expect(heard).toEqual(['e5']);
    expect(opened).toHaveLength(4);
  });

  it('asks for the topics that were wanted while it was changing over to others', async () => {
    connection.setTopics('flash');
    connection.setTopics(null);
    await turn();
    await stream(1).write(hello());
    expect(stream(2).path).toBe('/api/sse?client=client-1');
  });

  it('tries other topics again when a stream with them could not be opened, but not at once', async () => {
    connection.setTopics('flash');
    await turn();
    await stream(1).end();
    expect(opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(opened.map(({ path }) => path.includes('topics=flash'))).toEqual([false, true, true]);
  });

  it('tells of an event or frame that it cannot read, and goes on from behind it [RT24]', async () => {
    const unreadable = `id: ${place(2)}\nevent: from.the.future\ndata: {"id":"e2","type":"from.the.future","data":{}}\n\n`;
    await stream(0).write(unreadable + event(3) + 'event: reset\ndata: {"type":"reset","data":{"reason":"new"}}\n\n');
    expect(heard).toEqual(['unknown', 'e3', 'unknown']);
    pollAnswer = () => Response.json({ events: [{ id: 'e5', type: 'from.the.future', data: {}, cursor: place(5) }], cursor: place(5) });
    for (let n = 0; n < 3; n += 1) {
      await opened.at(-1)?.end();
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(states.at(-1)).toBe('polling');
    expect(heard.slice(3)).toContain('unknown');
  });

  it('waits ten seconds for a stream that says nothing, and polls then [RT17]', async () => {
    pollAnswer = () => Response.json({ events: [], cursor: place(1) });
    await stream(0).end();
    await vi.advanceTimersByTimeAsync(9_000);
    expect([states.at(-1), polls.length]).toEqual(['connecting', 0]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states.at(-1)).toBe('polling');
    expect(polls.length).toBeGreaterThan(0);
  });

  it('gives up a poll that gets no answer, and asks again', async () => {
    for (let n = 0; n < 3; n += 1) {
      await opened.at(-1)?.end();
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(states.at(-1)).toBe('polling');
    const asked = () => polls.length;
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toBeGreaterThan(1);
    expect(polls[0]?.aborted).toBe(true);
  });

  it('tries its stream within three seconds once the server answers polls again, and then no more often than it does without [RT23]', async () => {
    pollAnswer = () => new Response('{}', { status: 503 });
    streamsFail = true;
    await stream(0).end();
    await vi.advanceTimersByTimeAsync(120_000);
    // From here on it would wait for almost half a minute after each failure.
    vi.spyOn(Math, 'random').mockReturnValue(0.99);
    const failed = opened.length;
    while (opened.length === failed) await vi.advanceTimersByTimeAsync(1_000);
    pollAnswer = () => Response.json({ events: [], cursor: place(1) });
    await vi.advanceTimersByTimeAsync(5_500 + 3_000);
    expect(opened).toHaveLength(failed + 2);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(opened).toHaveLength(failed + 2);
  });
});
