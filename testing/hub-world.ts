import type { Audience } from '@/lib/protocol/audience';
import type { WireEvent } from '@/lib/protocol/events';
import type { Role } from '@/lib/protocol/permissions';
import type { Topic } from '@/lib/protocol/topics';
import { createFeed } from '@/lib/client/stream-client';
import { createMemoryEngine } from '@/local/redis/memory/memory-engine';
import { startRedisRestServer } from '@/local/redis/server';
import { startDoorbell } from '@/lib/realtime/doorbell';
import { createEventLog, toOutgoing } from '@/lib/realtime/event-log';
import { createHub, type Attachment, type Hub } from '@/lib/realtime/hub';
import { createLeases } from '@/lib/realtime/leases';
import { createLogWindow } from '@/lib/realtime/log-window';
import { createRedis } from '@/lib/realtime/redis';
import type { AccountState } from '@/lib/realtime/session-registry';

const TOKEN = 'test-token';

/** A Redis over REST for one test, and what the core makes of it. `lose` forgets everything; `stop`/`begin` take it away and back. */
export async function startWorld(logLength = 1_000) {
  let engine = createMemoryEngine();
  let server = await startRedisRestServer({ port: 0, token: TOKEN, engine, log: () => undefined });
  const redisUrl = server.url;
  const port = Number(new URL(redisUrl).port);
  const options = { redisUrl, redisToken: TOKEN };
  const log = createEventLog(createRedis(options), logLength);
  const hubs: Hub[] = [];
  const stop = () => server.close();
  const begin = async () => {
    server = await startRedisRestServer({ port, token: TOKEN, engine, log: () => undefined });
  };
  return {
    options,
    log,
    redis: createRedis(options),
    newWindow: () => createLogWindow(log),
    newHub(overrides: { heartbeatMs?: number; maxAgeMs?: number; deafBell?: boolean } = {}): Hub {
      const hub = createHub({
        window: createLogWindow(log),
        instanceId: `hub${hubs.length}`,
        build: 'tested',
        heartbeatMs: overrides.heartbeatMs ?? 100,
        maxAgeMs: overrides.maxAgeMs ?? 3_600_000,
        leases: createLeases(createRedis(options), 1_000),
        report: async () => undefined,
        registry: { readAll: async () => accounts, learn: (userId, state) => void accounts.set(userId, state), hasEnded: (sessionId) => ended.has(sessionId), learnEnded: (sessionId) => void ended.add(sessionId) },
        openDoorbell: (events) =>
          overrides.deafBell ? { up: true, restart: () => undefined, stop: () => undefined } : startDoorbell(options, events),
      });
      hubs.push(hub);
      return hub;
    },
    stop,
    begin,
    async lose() {
      await stop();
      engine = createMemoryEngine();
      await begin();
      // The first request after a restart may still meet the old server's closed connection.
      await log.ends().catch(() => undefined);
    },
    async end() {
      for (const hub of hubs) hub.stop();
      await server.close();
      await engine.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

let count = 0;
/** Who has an account: everybody as they last attached, until an event tells otherwise. */
const accounts = new Map<string, AccountState>();
const ended = new Set<string>();

/** A test event with a number in its label. */
export function testEvent(label: string, audience: Audience = [{ permission: 'board.read' }], id = `event-${(count += 1)}`) {
  const at = new Date().toISOString();
  const event: WireEvent = { id, type: 'test.broadcast', data: { id, label, sentAt: at, sentBy: 'test' }, timestamp: at };
  return toOutgoing(event, audience);
}

/** A client of a hub that writes down what it hears. `full` makes its sink refuse more until `drain`. */
export function listen() {
  const heard: string[] = [];
  const frames: string[] = [];
  const cursors: string[] = [];
  const waiting = new Set<() => void>();
  let full = false;
  let closed = false;
  let attachment: Attachment | undefined;
  const decoder = new TextDecoder();
  const feed = createFeed({
    onActivity: () => undefined,
    onServerTime: () => undefined,
    onFrame: (frame) => frames.push(frame.type === 'reset' ? `reset ${frame.data.reason}` : frame.type === 'upstream' ? `upstream ${frame.data.state}` : frame.type),
    onEvent(event, cursor) {
      if (event.type === 'test.broadcast') heard.push(event.data.label);
      else heard.push(event.type);
      if (cursor) cursors.push(cursor);
    },
    onCursor: (cursor) => cursors.push(cursor),
    onUnknown: () => undefined,
  });
  return {
    heard,
    frames,
    cursors,
    get closed() {
      return closed;
    },
    set full(value: boolean) {
      full = value;
    },
    drain() {
      full = false;
      attachment?.onRoom();
    },
    leave: () => attachment?.detach(),
    async attach(hub: Hub, who: { userId?: string; role?: Role; since?: string | null; topics?: Topic[]; expiresAt?: number; clientId?: string; sessionId?: string } = {}) {
      accounts.set(who.userId ?? 'anna', { sessionVersion: 0, role: who.role ?? 'dispatcher' });
      const clientId = who.clientId ?? `client-${(count += 1)}`;
      attachment = await hub.attach({
        clientId,
        lease: { userId: who.userId ?? 'anna', member: `board:${clientId}:${(count += 1)}` },
        viewer: { userId: who.userId ?? 'anna', role: who.role ?? 'dispatcher' },
        sessionVersion: 0,
        sessionId: who.sessionId ?? 'session-1',
        topics: who.topics ?? ['flash', 'test'],
        since: who.since ?? null,
        expiresAt: who.expiresAt ?? Date.now() + 3_600_000,
        sink: {
          write(bytes) {
            feed(decoder.decode(bytes, { stream: true }));
            for (const wake of waiting) wake();
            return !full;
          },
          close() {
            closed = true;
            for (const wake of waiting) wake();
          },
        },
      });
      return this;
    },
    /** Resolves when the condition holds; looked at with every byte and at the stream's end. */
    until(condition: () => boolean): Promise<void> {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
  };
}
