import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatCursor } from '@/lib/protocol/cursor';
import { encodeFrame } from '@/lib/protocol/encode';
import { ALARM_TOPICS } from '@/lib/protocol/topics';
import type { ConnectionEvents } from './connection';
import type { PageConnection } from './page-connection';
import { openConnection } from './open-connection';

const CURSOR = formatCursor('ep', '1-0');

let asked: (string | null)[];
let visibility: DocumentVisibilityState;
let connection: PageConnection;

function answer(path: string): Promise<Response> {
  asked.push(new URL(path, 'http://board').searchParams.get('topics'));
  const hello = { clientId: 'client-1', instanceId: 'i', build: 'b', epoch: 'ep', cursor: CURSOR, heartbeatMs: 600_000, maxAgeMs: 9, topics: [] };
  const text = encodeFrame('connected', hello, new Date());
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
}

function look(next: DocumentVisibilityState): void {
  visibility = next;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  visibility = 'visible';
  vi.stubGlobal('document', Object.defineProperty(new EventTarget(), 'visibilityState', { get: () => visibility }));
  vi.stubGlobal('fetch', answer);
  const nothing = () => undefined;
  connection = openConnection(
    {
      onState: nothing, onEvent: nothing, onConnected: nothing, onActivity: nothing, onServerTime: nothing, onCursor: nothing,
      onReset: nothing, onSnapshot: nothing, onPolled: nothing, onUpstream: nothing, onUnknown: nothing, onTick: nothing,
    },
    { userId: 'user', isolate: true },
  );
});
afterEach(() => {
  connection.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a tab with a connection of its own', () => {
  it('asks only for what must alarm when nobody has looked for a while, and for all on the first look [RT19]', async () => {
    connection.start(CURSOR);
    look('hidden');
    await vi.advanceTimersByTimeAsync(9_000);
    expect(asked).toEqual([null]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([null, ALARM_TOPICS]);
    look('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([null, ALARM_TOPICS, null]);
  });

  it('asks only for what must alarm when it was opened in the background', async () => {
    visibility = 'hidden';
    connection.start(CURSOR);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(asked).toEqual([null, ALARM_TOPICS]);
  });
});

describe('tabs that share a worker', () => {
  it('are of one user and one build [RT24]', async () => {
    const names: string[] = [];
    class FakeWorker {
      readonly port = new MessageChannel().port1;
      constructor(_address: URL, { name }: { name: string }) {
        names.push(name);
      }
    }
    vi.stubGlobal('SharedWorker', FakeWorker);
    vi.stubGlobal('window', Object.assign(new EventTarget(), { location: { origin: 'http://board' } }));
    for (const build of ['old', 'new']) {
      vi.resetModules();
      vi.stubEnv('WATCHROOM_BUILD', build);
      const { openConnection: openAnew } = await import('./open-connection');
      const tab = openAnew({} as ConnectionEvents, { userId: 'user', isolate: false });
      tab.start(CURSOR);
      tab.stop();
    }
    vi.unstubAllEnvs();
    expect(names).toEqual(['watchroom-old-user-0', 'watchroom-new-user-0']);
  });
});
