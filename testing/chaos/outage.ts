import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { RedisProcess } from '@/local/redis/contract/redis-process';
import { flashAnswerSchema } from '@/lib/protocol/answers';
import type { Board } from '../board';
import { fetchAs } from '../fetch-as';
import { startHttpFront } from '../http-front';
import { people, type Person } from '../person';
import { recordConnection, type RecordedConnection } from '../record-connection';
import { refuse } from '../stream-refusals';

// The longest wait between two attempts at a stream, and what a busy machine needs.
const BACK_MS = 60_000;
const TITLE = 'While Redis is away';
const AFTER = 'after the outage';
const positionSchema = z.object({ cursor: z.string() });

/** What one client knew of the message that was sent while Redis was away. */
export interface OutageReport {
  readonly client: 'streaming' | 'polling';
  /** From its sending to the snapshot that held it, in milliseconds; null when none did before Redis was back. */
  readonly knownAfterMs: number | null;
  /** What it heard as events, from the moment before the outage to the first broadcast after it. */
  readonly words: readonly string[];
  readonly resets: number;
}

/** Takes Redis away for so long, under one client with a stream and one that polls, and sends a message meanwhile. */
export async function watchOutage(board: Board, redisServer: RedisProcess, awayMs: number): Promise<OutageReport[]> {
  const [supervisor, dispatcher] = (await people(board.app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  const front = await startHttpFront(board.app.url, refuse('too_many_connections', 1));
  const { cursor } = positionSchema.parse((await dispatcher.get('/api/snapshot')).json());
  const streaming = recordConnection(fetchAs(dispatcher.cookie, () => board.app.url), cursor);
  const polling = recordConnection(fetchAs(dispatcher.cookie, () => front.url), cursor);
  try {
    await Promise.all([streaming.untilState('live'), polling.untilState('polling')]);
    await redisServer.crash();
    const away = delay(awayMs);
    const sentAtMs = Date.now();
    const { flash } = flashAnswerSchema.parse((await supervisor.post('/api/flash', { level: 'warning', title: TITLE })).json());
    await away;
    const clients = [
      { client: 'streaming' as const, recorded: streaming, knownAfterMs: knownAfter(streaming, flash.id, sentAtMs) },
      { client: 'polling' as const, recorded: polling, knownAfterMs: knownAfter(polling, flash.id, sentAtMs) },
    ];
    await redisServer.restart();
    front.barStreams(null);
    await Promise.all(clients.map(({ recorded }) => recorded.untilWord(TITLE, BACK_MS)));
    await supervisor.broadcast(AFTER);
    await Promise.all(clients.map(({ recorded }) => recorded.untilWord(AFTER, BACK_MS)));
    return clients.map(({ client, recorded, knownAfterMs }) => ({
      client,
      knownAfterMs,
      words: recorded.words(),
      resets: recorded.of('reset').length,
    }));
  } finally {
    streaming.connection.stop();
    polling.connection.stop();
    await front.stop();
  }
}

/** What each client should have heard: the message once, then the broadcast. */
export const OUTAGE_WORDS: readonly string[] = [TITLE, AFTER];

/** Whether a client knew of the message within so many milliseconds, and heard everything once. */
export function isWhole({ knownAfterMs, words, resets }: OutageReport, withinMs: number): boolean {
  return knownAfterMs !== null && knownAfterMs <= withinMs && words.join() === OUTAGE_WORDS.join() && resets === 0;
}

function knownAfter(recorded: RecordedConnection, flashId: string, sinceMs: number): number | null {
  const snapshot = recorded.of('snapshot').find((told) => told.snapshot.flash.some(({ id }) => id === flashId));
  return snapshot ? snapshot.atMs - sinceMs : null;
}
