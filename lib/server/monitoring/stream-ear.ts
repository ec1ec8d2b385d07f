import 'server-only';
import { createParser } from 'eventsource-parser';
import { encode } from 'next-auth/jwt';
import { sleep } from '@/lib/core/sleep';
import { parseJson } from '@/lib/core/parse-json';
import { STREAM_PATH } from '@/lib/protocol/constants';
import { parseWireEvent } from '@/lib/protocol/events';
import { isFrameType, parseFrame } from '@/lib/protocol/frames';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { sessionCookieName } from '@/lib/realtime/session-check';
import { encodeAccount } from '@/lib/realtime/session-registry';
import { LISTENER } from '../auth/own-accounts';
import { serverSettings } from '../env';
import { failure, well, type Look } from './probes/look';
import { quickRedis } from './quick-redis';

const AGAIN_MS = 1_000;
const TOKEN_SECONDS = 86_400;
const REMEMBERED = 50;

/** Listens to Watchroom's own stream over HTTP, as a screen does, and tells whether what was sent there arrives. */
export interface StreamEar {
  start(): void;
  stop(): void;
  /** Something with this `checked_at` was sent now; null: it could not be sent. */
  sent(checkedAt: string | null): void;
  /** Whether what was sent last has arrived, and how long it took. Null when nothing was sent that could have been heard. */
  look(): Promise<Look | null>;
}

/** An ear at `origin`. */
export function createStreamEar(origin: string): StreamEar {
  const heard = new Map<string, number>();
  let life: AbortController | undefined;
  let openedAt: number | null = null;
  let trouble = 'The stream is not open yet.';
  let last: { readonly checkedAt: string | null; readonly at: number } | undefined;

  const parser = () =>
    createParser({
      onEvent({ event = '', data }) {
        const now = performance.now();
        const value = parseJson(data);
        if (isFrameType(event)) {
          const frame = parseFrame(event, value);
          if (frame?.type === 'connected') openedAt = now;
          if (frame?.type === 'tick') note(frame.data.tick.checked_at, now);
          return;
        }
        const wire = parseWireEvent(value);
        if (wire?.type === 'infra' && wire.data.checked_at) note(wire.data.checked_at, now);
      },
    });

  function note(checkedAt: string, at: number): void {
    heard.set(checkedAt, at);
    for (const old of heard.keys()) {
      if (heard.size <= REMEMBERED) break;
      heard.delete(old);
    }
  }

  async function listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await hear(signal);
        trouble = 'The stream ended.';
      } catch {
        trouble = 'The stream cannot be reached.';
      }
      openedAt = null;
      await sleep(AGAIN_MS, signal);
    }
  }

  async function hear(signal: AbortSignal): Promise<void> {
    const { authSecret, secureCookie } = serverSettings();
    const token = await encode({ token: { sub: LISTENER.id, sv: LISTENER.sessionVersion, sid: LISTENER.id, at: Math.floor(Date.now() / 1_000) }, secret: authSecret, maxAge: TOKEN_SECONDS });
    const response = await fetch(`${origin}${STREAM_PATH}?topics=infra&client=${LISTENER.id}`, {
      headers: { accept: 'text/event-stream', cookie: `${sessionCookieName(secureCookie)}=${token}` },
      signal,
    });
    if (!response.ok || !response.body) {
      trouble = `The stream is refused (status ${response.status}).`;
      await response.body?.cancel();
      // A list of accounts from before this listener existed.
      if (response.status === 401) await quickRedis().hset(REDIS_KEYS.sessions, { [LISTENER.id]: encodeAccount(LISTENER) });
      await sleep(AGAIN_MS, signal);
      return;
    }
    const feed = parser();
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) feed.feed(text);
  }

  return {
    start() {
      life = new AbortController();
      void listen(life.signal);
    },
    stop() {
      life?.abort();
    },
    sent(checkedAt) {
      last = { checkedAt, at: performance.now() };
    },
    look() {
      if (!last) return Promise.resolve(null);
      if (last.checkedAt === null) return Promise.resolve(failure('Nothing can be sent: Redis does not answer.'));
      if (openedAt === null) return Promise.resolve(failure(trouble));
      const at = heard.get(last.checkedAt);
      if (at !== undefined) return Promise.resolve(well(Math.max(0, at - last.at)));
      // It went past before the stream was open.
      if (openedAt > last.at) return Promise.resolve(null);
      return Promise.resolve(failure(`What was sent ${((performance.now() - last.at) / 1_000).toFixed(1)} s ago has not arrived.`));
    },
  };
}
