import 'server-only';
import { EVENTS, type EventData, type EventType, type WireEvent } from '@/lib/protocol/events';
import type { Audience } from '@/lib/protocol/audience';
import { toOutgoing } from '@/lib/realtime/event-log';
import type { Tx } from '../db/client';

/**
 * Puts an event into the outbox within the transaction of what it tells. It leaves after the commit, and only then.
 * The payload is parsed first: an event that no screen could read must not be committed.
 * @throws ZodError when the payload does not fit its type
 */
export async function emit<T extends EventType>(tx: Tx, type: T, data: EventData<T>, audience: Audience, at = new Date()): Promise<void> {
  const payload = EVENTS[type].data.parse(data);
  const event = { id: crypto.randomUUID(), type, data: payload, timestamp: at.toISOString() } as WireEvent;
  const { eventId, topic, json } = toOutgoing(event, audience);
  await tx.outboxEvent.create({ data: { eventId, type, topic, audience, json, createdAt: at }, select: { id: true } });
}
