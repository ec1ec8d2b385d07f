import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { REDIS_KEYS } from './keys';

/** A hub that has not reported for so long is gone. */
const FRESH_MS = 30_000;

/** One hub as it is, and what it has counted since it was made. */
export const hubStatsSchema = z.object({
  connections: z.int(),
  logReadable: z.boolean(),
  doorbellUp: z.boolean(),
  opened: z.int(),
  /** Events handed to clients: one event to ten clients is ten. */
  eventsSent: z.int(),
  logReads: z.int(),
  /** Times that the doorbell's subscription ended or was cut. */
  doorbellLosses: z.int(),
  /** Times that events were found although the bell was thought to work. */
  deafDoorbells: z.int(),
  slowClosed: z.int(),
  /** Ticks handed to clients: one tick to ten clients is ten. */
  ticksSent: z.int(),
});
export type HubStats = z.infer<typeof hubStatsSchema>;

const reportSchema = z.object({ at: z.number(), stats: hubStatsSchema });

/** Leaves a hub's figures where the metrics route finds them: routes share no memory with the stream. */
export async function reportHub(redis: Redis, instanceId: string, stats: HubStats): Promise<void> {
  await redis.hset(REDIS_KEYS.hubs, { [instanceId]: JSON.stringify({ at: Date.now(), stats }) });
}

/** The figures of all hubs that live, by instance. Forgets those that do not. Throws when Redis cannot be asked. */
export async function readHubs(redis: Redis): Promise<Map<string, HubStats>> {
  const reply: unknown = await redis.hgetall(REDIS_KEYS.hubs);
  const flat = z.array(z.string()).nullable().parse(reply) ?? [];
  const hubs = new Map<string, HubStats>();
  const gone: string[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const report = reportSchema.safeParse(parseJson(flat[i + 1] ?? ''));
    if (report.success && Date.now() - report.data.at < FRESH_MS) hubs.set(flat[i] ?? '', report.data.stats);
    else gone.push(flat[i] ?? '');
  }
  if (gone.length > 0) await redis.hdel(REDIS_KEYS.hubs, ...gone);
  return hubs;
}
