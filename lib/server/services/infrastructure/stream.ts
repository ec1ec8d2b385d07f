import 'server-only';
import { encodeEnvelope, encodeHeartbeat } from '@/lib/protocol/encode';
import { INFRA_SCHEMA_VERSION, type Infrastructure } from '@/lib/protocol/infrastructure';
import { createLeases, RENEW_EVERY_MS } from '@/lib/realtime/leases';
import { logConnection } from '@/lib/realtime/log-line';
import { sinkOf, STREAM_HEADERS } from '@/lib/realtime/stream-response';
import { toBytes } from '@/lib/realtime/to-bytes';
import { accountRegistry } from '@/lib/server/auth/accounts';
import type { Context } from '@/lib/server/context';
import { serverSettings } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';
import { askForRound } from '@/lib/server/monitoring/ask-for-round';
import { serverRedis } from '@/lib/server/relay/log';
import { createListeners, untilNext, type Listeners } from './listeners';
import { readInfrastructure } from './read';

/** A push that is nearer than this needs no other before it: whoever opens the stream waits that long at most. */
const SOON_MS = 1_000;
/** How often it is looked up whether the listener may still listen; one reading serves all of this process. */
const CHECK_MS = 1_000;
const HIGH_WATER_BYTES = 256 * 1_024;

let listeners: Listeners | undefined;

/**
 * Opens the stream of infrastructure: `connected`, then the whole payload at the pace of the collector. It counts as
 * one of the user's streams. Who reads too slowly misses a payload, never the newest. Ends after SSE_MAX_AGE_MS, or
 * when the account is changed or `sessionId`, the sign-in behind it, is ended.
 * @throws AppError too_many_connections
 */
export async function openInfraStream({ actor }: Context, sessionId: string, signal: AbortSignal): Promise<Response> {
  const { heartbeatMs, maxAgeMs, maxPerUser, infraIntervalMs } = serverSettings();
  const clientId = crypto.randomUUID();
  const leases = createLeases(serverRedis(), maxPerUser);
  // While Redis is away nobody can count; that is when this stream matters most.
  const claimed = await leases.claim({ userId: actor.id, kind: 'infrastructure', clientId }).catch(() => 'uncounted' as const);
  if (!claimed) throw new AppError('too_many_connections', 'You have too many connections open already. Close one, or ask /api/infrastructure every ten seconds.', { retryAfterSeconds: 10 });
  const openedAt = Date.now();
  let end = () => undefined as void;
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const sink = sinkOf(controller);
        const hasRoom = () => (controller.desiredSize ?? 0) > 0;
        const write = (text: string) => hasRoom() && sink.write(toBytes(text));
        const lease = claimed === 'uncounted' ? null : claimed.lease;
        const renew = () => lease && leases.renew([lease]).then((lost) => lost.length > 0 && end(), () => undefined);
        const renewing = setInterval(() => void renew(), RENEW_EVERY_MS);
        const beating = setInterval(() => write(encodeHeartbeat(new Date(), null)), heartbeatMs);
        const checking = setInterval(() => void endIfChanged(), CHECK_MS);
        const ageing = setTimeout(() => end(), maxAgeMs);
        const leave = pushTo(infraIntervalMs, (bytes) => hasRoom() && sink.write(bytes));
        end = () => {
          clearInterval(renewing);
          clearInterval(beating);
          clearInterval(checking);
          clearTimeout(ageing);
          leave();
          end = () => undefined;
          if (lease) void leases.release(lease);
          sink.close();
          logConnection('infrastructure closed', { clientId, userId: actor.id, seconds: (Date.now() - openedAt) / 1_000 });
        };
        async function endIfChanged(): Promise<void> {
          // A list that cannot be read says nothing about anybody.
          const account = await accountRegistry().account(actor.id).catch(() => 'unknown' as const);
          if (account !== 'unknown' && (account?.role !== actor.role || accountRegistry().hasEnded(sessionId))) end();
        }
        logConnection('infrastructure opened', { clientId, userId: actor.id });
        write(encodeEnvelope('connected', { message: 'You get the state of every service at once and whenever it is looked at.', clientId, schema_version: INFRA_SCHEMA_VERSION, interval_ms: infraIntervalMs, heartbeat_ms: heartbeatMs }, new Date()));
        if (untilNext(infraIntervalMs) > SOON_MS) write(infraFrame(await readInfrastructure()));
        askForRound();
      },
      cancel: () => end(),
    },
    { highWaterMark: HIGH_WATER_BYTES, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  if (signal.aborted) end();
  else signal.addEventListener('abort', () => end(), { once: true });
  return new Response(body, { headers: STREAM_HEADERS });
}

/** One reading and one encoding for all who listen in this process. */
function pushTo(intervalMs: number, listener: (bytes: Uint8Array) => void): () => void {
  listeners ??= createListeners(intervalMs, async () => {
    askForRound();
    return toBytes(infraFrame(await readInfrastructure()));
  });
  return listeners.add(listener);
}

function infraFrame(payload: Infrastructure): string {
  const id = payload.checked_at === null ? '' : `id: ${Date.parse(payload.checked_at)}\n`;
  return id + encodeEnvelope('infra', payload, new Date());
}
