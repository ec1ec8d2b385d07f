import type { Audience } from '@/lib/protocol/audience';
import { createEventLog, toOutgoing, type EventLog, type OutgoingEvent } from '@/lib/realtime/event-log';
import { createRedis } from '@/lib/realtime/redis';
import type { Board } from './board';

const LOG_LENGTH = 10_000;
const TIMEOUT_MS = 20_000;

/** The log of a board, past its instances: for more than they take, or while they have no time. */
export function logOf({ redis }: Board): EventLog {
  return createEventLog(createRedis({ redisUrl: redis.url, redisToken: redis.token, timeoutMs: TIMEOUT_MS }), LOG_LENGTH);
}

/** A test broadcast of this moment, for everybody. Whoever is named gets bytes of their own, as the server cannot share those. */
export function broadcastOf(label: string, naming: readonly string[] = []): OutgoingEvent {
  const id = crypto.randomUUID();
  const sentAt = new Date().toISOString();
  const data = { id, label, sentAt, sentBy: 'The test' };
  const audience: Audience = [{ permission: 'board.read' }];
  if (naming.length > 0) audience.push({ permission: 'board.read', userIds: [...naming] });
  return toOutgoing({ id, type: 'test.broadcast', timestamp: sentAt, data }, audience);
}
