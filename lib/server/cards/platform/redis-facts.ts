import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { REDIS_KEYS } from '@/lib/realtime/keys';

const TRIES = 5;

const entriesSchema = z.array(z.tuple([z.string().regex(/^\d+-\d+$/)], z.unknown())).nullable();

/** What Redis holds; null where it does not say. Instants in milliseconds since the epoch. */
export interface RedisFacts {
  readonly keys: number;
  readonly memoryBytes: number | null;
  readonly logEntries: number;
  readonly oldestEventAt: number | null;
  readonly newestEventAt: number | null;
  /** The name of the log's present life. */
  readonly epoch: string | null;
}

/** How long five answers took one after another, milliseconds, the quickest first. */
export async function pingTimes(redis: Redis): Promise<number[]> {
  // The first one may have to open the connection; it is not counted.
  await redis.ping();
  const times: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    const startedAt = performance.now();
    await redis.ping();
    times.push(Math.round((performance.now() - startedAt) * 10) / 10);
  }
  return times.sort((a, b) => a - b);
}

export async function readRedisFacts(redis: Redis): Promise<RedisFacts> {
  const pipeline = redis.pipeline();
  pipeline.dbsize();
  pipeline.xlen(REDIS_KEYS.log);
  pipeline.get(REDIS_KEYS.epoch);
  // Every log begins with an entry that is no event; see lib/realtime/event-log.ts.
  pipeline.xrange(REDIS_KEYS.log, '1-0', '+', 1);
  pipeline.xrevrange(REDIS_KEYS.log, '+', '1-0', 1);
  const [replies, memoryBytes] = await Promise.all([pipeline.exec<unknown[]>(), memoryOf(redis)]);
  return {
    keys: z.int().parse(replies[0]),
    logEntries: z.int().parse(replies[1]),
    epoch: z.string().nullable().parse(replies[2]),
    oldestEventAt: instantOf(replies[3]),
    newestEventAt: instantOf(replies[4]),
    memoryBytes,
  };
}

/** Not every server that speaks Redis over REST tells of itself. */
async function memoryOf(redis: Redis): Promise<number | null> {
  const info = await redis.exec<unknown>(['INFO']).catch(() => null);
  return typeof info === 'string' ? usedMemory(info) : null;
}

/** The bytes that Redis says it uses, out of its answer to INFO; null when it does not say. */
export function usedMemory(info: string): number | null {
  const bytes = /^used_memory:(\d+)\s*$/m.exec(info)?.[1];
  return bytes === undefined ? null : Number(bytes);
}

function instantOf(reply: unknown): number | null {
  const id = entriesSchema.parse(reply)?.[0]?.[0];
  return id === undefined ? null : Number(id.split('-')[0]);
}
