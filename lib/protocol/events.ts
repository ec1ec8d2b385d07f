import { z } from 'zod';
import { flashSchema, receiptCountsSchema, receiptSchema } from './flash';
import { roleSchema } from './permissions';
import type { Topic } from './topics';

/** Which topic an event type belongs to and what it carries. */
interface EventDefinition {
  readonly topic: Topic;
  readonly data: z.ZodType;
}

/**
 * Every event Watchroom knows, declared once. Both ends parse with these schemas; a type that is not here
 * can neither be sent nor be heard.
 */
export const EVENTS = {
  /** A flash went live. To its audience and to those who may send. */
  'flash.sent': { topic: 'flash', data: z.object({ flash: flashSchema, counts: receiptCountsSchema }) },
  /** A flash was scheduled, cancelled, replaced or ran out. */
  'flash.updated': { topic: 'flash', data: z.object({ flash: flashSchema }) },
  /** A flash was taken back: it leaves every bar. */
  'flash.recalled': { topic: 'flash', data: z.object({ flash: flashSchema }) },
  /** Somebody got, saw or acknowledged a flash. To those who may send, and to that person's other tabs. */
  'flash.receipt': { topic: 'flash', data: z.object({ receipt: receiptSchema, counts: receiptCountsSchema }) },
  /** A probe from the test page or the shell. To everybody. */
  'test.broadcast': {
    topic: 'test',
    data: z.object({ id: z.string(), label: z.string(), sentAt: z.iso.datetime(), sentBy: z.string() }),
  },
  /** Somebody’s test page heard a test broadcast. To those who may send tests. */
  'test.receipt': {
    topic: 'test',
    data: z.object({ broadcastId: z.string(), userName: z.string(), latencyMs: z.number() }),
  },
  /** An account was disabled or its role changed: its open streams end at once. */
  'session.revoked': {
    topic: 'admin',
    data: z.object({ userId: z.string(), sessionVersion: z.int(), role: roleSchema.nullable() }),
  },
} as const satisfies Record<string, EventDefinition>;

export type EventType = keyof typeof EVENTS;
export type EventData<T extends EventType> = z.infer<(typeof EVENTS)[T]['data']>;

/** One event as it goes over the wire. `id` names the event itself and stays the same however often it is sent. */
export type WireEvent = {
  [T in EventType]: {
    readonly id: string;
    readonly type: T;
    readonly data: EventData<T>;
    readonly timestamp: string;
  };
}[EventType];

const envelopeSchema = z.object({
  id: z.string().min(1).max(64),
  type: z.string(),
  data: z.unknown(),
  timestamp: z.iso.datetime(),
});

/** Whether a word is the name of an event. */
export function isEventType(word: string): word is EventType {
  return Object.hasOwn(EVENTS, word);
}

/** Parses a decoded JSON value as an event. Null when it is none: an older page must survive a newer server. */
export function parseWireEvent(value: unknown): WireEvent | null {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success || !isEventType(envelope.data.type)) return null;
  const data = EVENTS[envelope.data.type].data.safeParse(envelope.data.data);
  if (!data.success) return null;
  return { ...envelope.data, data: data.data } as WireEvent;
}
