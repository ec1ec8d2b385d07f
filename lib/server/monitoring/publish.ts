import 'server-only';
import { infrastructureSchema, tickOf, type Infrastructure } from '@/lib/protocol/infrastructure';
import { parseJson } from '@/lib/core/parse-json';
import { createEventLog, toOutgoing, type EventLog } from '@/lib/realtime/event-log';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { tickWord } from '@/lib/realtime/hub-words';
import { serverSettings } from '../env';
import { INFRA_READERS } from './audience';
import { quickRedis } from './quick-redis';

// Kept on the global object: the collector and the routes of a process may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomInfrastructure?: Infrastructure };
let log: EventLog | undefined;

/**
 * Gives what the collector saw to all who look: kept in Redis for whoever asks, and told to every screen, whole when
 * something changed, else as a tick. Ticks never touch the event log, which is for what must not be lost.
 * Throws when Redis cannot be asked; this process knows it all the same.
 */
export async function publishInfrastructure(payload: Infrastructure, at: Date, changed: boolean): Promise<void> {
  kept.watchroomInfrastructure = payload;
  await quickRedis().set(REDIS_KEYS.infrastructure, JSON.stringify(payload));
  if (changed) {
    log ??= createEventLog(quickRedis(), serverSettings().logLength);
    const event = { id: crypto.randomUUID(), type: 'infra', data: payload, timestamp: at.toISOString() } as const;
    await log.append([toOutgoing(event, INFRA_READERS)]);
  } else {
    await quickRedis().publish(REDIS_KEYS.doorbell, tickWord('infra', JSON.stringify(tickOf(payload, at))));
  }
}

/** What was published last, by whichever instance. While Redis is away, what this process saw itself; null when it saw nothing. */
export async function lastPublished(): Promise<Infrastructure | null> {
  try {
    const json = await quickRedis().get<string>(REDIS_KEYS.infrastructure);
    return json === null ? null : (infrastructureSchema.safeParse(parseJson(json)).data ?? null);
  } catch {
    return kept.watchroomInfrastructure ?? null;
  }
}
