import 'server-only';
import { createEventLog, type EventLog } from '@/lib/realtime/event-log';
import { createRedis } from '@/lib/realtime/redis';
import { serverSettings } from '../env';

let redis: ReturnType<typeof createRedis> | undefined;
let log: EventLog | undefined;

/** The Redis client of the Node side, made on first use. */
export function serverRedis(): ReturnType<typeof createRedis> {
  redis ??= createRedis(serverSettings());
  return redis;
}

/** The event log as the Node side writes and reads it. */
export function eventLog(): EventLog {
  log ??= createEventLog(serverRedis(), serverSettings().logLength);
  return log;
}
