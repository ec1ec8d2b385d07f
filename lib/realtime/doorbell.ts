import { createParser } from 'eventsource-parser';
import { backoffMs } from '@/lib/core/backoff';
import { sleep } from '@/lib/core/sleep';
import { REDIS_KEYS } from './keys';
import type { RedisOptions } from './redis';

// The REST server writes a ping every 15 s; three missed ones mean that nobody is there.
const IDLE_MS = 45_000;
const BACKOFF = { baseMs: 200, capMs: 3_000 };

/** What the doorbell tells. `onUp` comes each time it hears again: rings may have been missed before. */
export interface DoorbellEvents {
  onRing(word: string): void;
  onUp(): void;
  onDown(): void;
}

/** A subscription that keeps itself alive until stopped. */
export interface Doorbell {
  readonly up: boolean;
  /** Drops the present connection and makes a new one: for a bell that stays open but no longer rings. */
  restart(): void;
  stop(): void;
}

/**
 * Subscribes to the doorbell channel by `POST /subscribe/<channel>` (Upstash REST, server-sent events).
 * The client library's own subscriber never reconnects and says nothing when it dies, hence this one.
 */
export function startDoorbell(redis: RedisOptions, events: DoorbellEvents): Doorbell {
  const stopped = new AbortController();
  let connection = new AbortController();
  let up = false;

  void (async () => {
    for (let failures = 0; !stopped.signal.aborted; ) {
      connection = new AbortController();
      const lived = await listen(connection, redis, {
        ...events,
        onUp() {
          up = true;
          failures = 0;
          events.onUp();
        },
      });
      failures = lived ? 0 : failures + 1;
      if (up) {
        up = false;
        events.onDown();
      }
      await sleep(backoffMs(failures, Math.random(), BACKOFF), stopped.signal);
    }
  })();

  return {
    get up() {
      return up;
    },
    restart: () => connection.abort(),
    stop() {
      stopped.abort();
      connection.abort();
    },
  };
}

/** One connection until it ends, for whatever reason. Gives whether it was ever subscribed. Never throws. */
async function listen(
  connection: AbortController,
  redis: RedisOptions,
  events: Pick<DoorbellEvents, 'onRing' | 'onUp'>,
): Promise<boolean> {
  let subscribed = false;
  let idle = setTimeout(() => connection.abort(), IDLE_MS);
  const parser = createParser({
    onEvent({ data }) {
      const [kind, , ...rest] = data.split(',');
      if (kind === 'subscribe' && !subscribed) {
        subscribed = true;
        events.onUp();
      } else if (kind === 'message') {
        events.onRing(rest.join(','));
      }
    },
  });
  try {
    const response = await fetch(`${redis.redisUrl}/subscribe/${REDIS_KEYS.doorbell}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${redis.redisToken}`, accept: 'text/event-stream' },
      cache: 'no-store',
      signal: connection.signal,
    });
    if (!response.ok || !response.body) return false;
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(idle);
      idle = setTimeout(() => connection.abort(), IDLE_MS);
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    // Refused, cut or aborted: all mean the same here, the caller tries again.
  } finally {
    clearTimeout(idle);
    connection.abort();
  }
  return subscribed;
}
