import 'server-only';
import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { REDIS_KEYS } from '@/lib/realtime/keys';

/** What one command of a pipeline gave. */
const repliesSchema = z.array(z.object({ result: z.unknown(), error: z.string().optional() }));
const entriesSchema = z.array(z.tuple([z.string(), z.array(z.string())])).nullable();
const REFUSED_AS_OLDER = /equal or smaller/;

/**
 * The next number of the order in which things happen to cards. Begins at the time, so that numbers go on growing when
 * Redis has lost its data. Throws when Redis cannot be asked.
 */
export async function nextFence(redis: Redis): Promise<number> {
  const pipeline = redis.pipeline();
  pipeline.set(REDIS_KEYS.cardFence, Date.now() * 1_000, { nx: true });
  pipeline.incr(REDIS_KEYS.cardFence);
  const [, fence] = await pipeline.exec<[unknown, unknown]>();
  return z.coerce.number().int().parse(fence);
}

/** Something to keep under a key, and its place in the order. */
export interface Fenced {
  readonly key: string;
  readonly fence: number;
  readonly value: unknown;
}

/**
 * Adds to a pipeline the command that keeps a value unless something newer is there, whoever writes last: a stream
 * refuses an id that is not larger than its last, and no other command of Redis compares and sets in one step.
 */
export function addFenced(pipeline: ReturnType<Redis['pipeline']>, { key, fence, value }: Fenced): void {
  pipeline.xadd(key, `${fence}-0`, { json: JSON.stringify(value) }, { trim: { type: 'MAXLEN', threshold: 1, comparison: '=' } });
}

/** Runs a pipeline that began with `count` values to keep: gives whether each was taken, and what the other commands gave. Throws when Redis cannot be asked. */
export async function runFenced(pipeline: ReturnType<Redis['pipeline']>, count: number): Promise<{ taken: boolean[]; others: unknown[] }> {
  const replies = repliesSchema.parse(await pipeline.exec({ keepErrors: true }));
  const taken = replies.map(({ error }, index) => {
    if (error && !(index < count && REFUSED_AS_OLDER.test(error))) throw new Error('Redis did not take a result.');
    return !error;
  });
  return { taken: taken.slice(0, count), others: replies.slice(count).map(({ result }) => result) };
}

/** Keeps one value; false when something newer was there. Throws when Redis cannot be asked. */
export async function putFenced(redis: Redis, one: Fenced): Promise<boolean> {
  const pipeline = redis.pipeline();
  addFenced(pipeline, one);
  const { taken } = await runFenced(pipeline, 1);
  return taken[0] === true;
}

/** What was kept last under each key, unparsed; undefined where there is nothing. Throws when Redis cannot be asked. */
export async function readFenced(redis: Redis, keys: readonly string[]): Promise<unknown[]> {
  if (keys.length === 0) return [];
  const pipeline = redis.pipeline();
  for (const key of keys) pipeline.xrevrange(key, '+', '-', 1);
  const replies: unknown[] = await pipeline.exec();
  return replies.map((reply) => {
    const json = entriesSchema.safeParse(reply).data?.[0]?.[1][1];
    return json === undefined ? undefined : parseJson(json);
  });
}
