import { z } from 'zod';
import { CARD_EVENT_DATA } from './cards';
import { bonfireSchema, bonfireStatusSchema } from './bonfire';
import { flashSchema, receiptCountsSchema, receiptSchema } from './flash';
import { incidentSchema, incidentStatusSchema, prioritySchema } from './incident';
import { infrastructureSchema, serviceStateSchema } from './infrastructure';
import { instant } from './instant';
import { personSchema } from './person';
import { roleSchema } from './permissions';
import { logEntrySchema, presentSchema } from './room';
import { isTopic, roomTopic, type Topic } from './topics';
import { statusCodeSchema, unitPolicySchema, unitSchema, unitStateSchema } from './unit';

/** Which topic an event type belongs to and what it carries. `room`: the room of the incident that its data name. */
interface EventDefinition {
  readonly topic: Topic | 'room';
  readonly data: z.ZodType;
}

/** Something new in an incident's log. */
const entryEvent = { topic: 'room', data: z.object({ incidentId: z.string(), entry: logEntrySchema }) } as const satisfies EventDefinition;

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
  /** An incident came in. To all who read incidents. `actor`: who made it; none where a system did. */
  'incident.created': { topic: 'incidents', data: z.object({ incident: incidentSchema, actor: personSchema.nullish() }) },
  /** Fields of an incident were changed; `changed` names them. `priorityBefore`: where that was among them. */
  'incident.updated': {
    topic: 'incidents',
    data: z.object({ incident: incidentSchema, changed: z.array(z.string()), actor: personSchema.nullable(), priorityBefore: prioritySchema.optional() }),
  },
  /** An incident came into another status. */
  'incident.status.changed': {
    topic: 'incidents',
    data: z.object({
      id: z.string(),
      number: z.string(),
      from: incidentStatusSchema,
      to: incidentStatusSchema,
      version: z.int(),
      at: instant,
      actor: personSchema.nullable(),
      reason: z.string().optional(),
      incident: incidentSchema,
    }),
  },
  /** An entry of the log that is none of the following: talk, notes, corrections, what units did. */
  utterance: entryEvent,
  /** The incident came into another status; the entry tells which. */
  phase_transition: entryEvent,
  /** A question or order to somebody, open until it is answered. */
  intervention: entryEvent,
  intervention_response: entryEvent,
  /** The room is held: talk is refused until `resume`. */
  pause: entryEvent,
  resume: entryEvent,
  /** The incident is completed: the room's own stream ends with this. */
  complete: entryEvent,
  /** An entry was pinned or is no longer. */
  'entry.pinned': {
    topic: 'room',
    data: z.object({ incidentId: z.string(), entryId: z.string(), seq: z.int(), pinned: z.boolean(), actor: personSchema }),
  },
  /** Who has the room open now. No state of record. */
  'presence.changed': { topic: 'room', data: z.object({ incidentId: z.string(), present: z.array(presentSchema) }) },
  /** A unit reported, or was given, a status. `unusual`: the change is not among the expected ones. */
  'unit.status.changed': {
    topic: 'units',
    data: z.object({ unit: unitSchema, from: z.object({ code: z.string(), state: unitStateSchema }), actor: personSchema.nullable(), unusual: z.boolean() }),
  },
  'unit.assigned': { topic: 'units', data: z.object({ unit: unitSchema, incidentNumber: z.string(), actor: personSchema.nullable() }) },
  'unit.cleared': { topic: 'units', data: z.object({ unit: unitSchema, incidentId: z.string(), incidentNumber: z.string(), actor: personSchema.nullable() }) },
  /** A unit was entered, or is back after it was retired. */
  'unit.created': { topic: 'units', data: z.object({ unit: unitSchema, actor: personSchema.nullable() }) },
  /** A unit is no longer there. */
  'unit.retired': { topic: 'units', data: z.object({ unit: unitSchema, actor: personSchema.nullable() }) },
  /** A unit's time in its status was acknowledged or muted, or its call sign, name, kind, station or position changed. */
  'unit.updated': { topic: 'units', data: z.object({ unit: unitSchema, actor: personSchema.nullable() }) },
  /** The status codes or the policy were edited: all of them as they are now. */
  'unit.codes.changed': { topic: 'units', data: z.object({ codes: z.array(statusCodeSchema), policy: unitPolicySchema, codesVersion: z.int().default(0) }) },
  'bonfire.created': { topic: 'bonfires', data: z.object({ bonfire: bonfireSchema }) },
  'bonfire.updated': { topic: 'bonfires', data: z.object({ bonfire: bonfireSchema, actor: personSchema.nullable() }) },
  'bonfire.status.changed': {
    topic: 'bonfires',
    data: z.object({ bonfire: bonfireSchema, from: bonfireStatusSchema, actor: personSchema.nullable(), reason: z.string().optional() }),
  },
  /** How many notices wait for a look, whenever that changes. To those who can look. */
  'bonfire.held': { topic: 'bonfires', data: z.object({ waiting: z.int() }) },
  /** The state of everything that is watched, whenever a state changes; in between, the frame `tick` tells that somebody looks. */
  infra: { topic: 'infra', data: infrastructureSchema },
  /** A service really came into another state; going in and out of maintenance, or nobody looking, is none. */
  'server.status.changed': {
    topic: 'infra',
    data: z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      from: serviceStateSchema,
      to: serviceStateSchema,
      at: instant,
      message: z.string().nullable(),
      incident: z.object({ id: z.string(), number: z.string() }).nullable(),
    }),
  },
  /** A card was asked for and given from what is kept; told at most once in five seconds for each. */
  'cache:hit': { topic: 'cards', data: CARD_EVENT_DATA.hit },
  /** A card is computed from now on. */
  'cache:miss': { topic: 'cards', data: CARD_EVENT_DATA.miss },
  /** A card was computed: the whole result. `stale`: what changed while it was. */
  'cache:done': { topic: 'cards', data: CARD_EVENT_DATA.done },
  /** Computing a card failed; the result before it stands. */
  'cache:error': { topic: 'cards', data: CARD_EVENT_DATA.error },
  /** Somebody asked for new results of one card or of a scope. To each only the cards he may see. */
  'cache:bust': { topic: 'cards', data: CARD_EVENT_DATA.bust },
  /** What a card stands on changed; told once until it is computed again. */
  'state:stale': { topic: 'cards', data: CARD_EVENT_DATA.stale },
  /** Cards are computed one after the other, at start or when asked to. */
  'sys:warming': { topic: 'cards', data: CARD_EVENT_DATA.warming },
  'sys:warm': { topic: 'cards', data: CARD_EVENT_DATA.warm },
  /** A probe from the test page or the shell. To everybody. */
  'test.broadcast': {
    topic: 'test',
    data: z.object({ id: z.string(), label: z.string(), sentAt: z.iso.datetime(), sentBy: z.string() }),
  },
  /** The simulator of a demonstration was switched. To everybody. */
  'demo.changed': { topic: 'test', data: z.object({ simulating: z.boolean(), actor: personSchema }) },
  /** Somebody’s test page heard a test broadcast. To those who may send tests. */
  'test.receipt': {
    topic: 'test',
    data: z.object({ broadcastId: z.string(), userName: z.string(), latencyMs: z.number() }),
  },
  /** An account was made, disabled or enabled, or its role or password changed: its open streams end at once. */
  'session.revoked': {
    topic: 'admin',
    data: z.object({ userId: z.string(), sessionVersion: z.int(), role: roleSchema.nullable() }),
  },
  /** Somebody signed out: the streams of that sign-in end at once. `until`: when it would have ended by its age. */
  'session.ended': {
    topic: 'admin',
    data: z.object({ userId: z.string(), sessionId: z.string(), until: z.iso.datetime() }),
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

/** The topic of an event: fixed by its type, or the room that its data name. */
export function topicOf(type: EventType, data: unknown): Topic {
  const { topic } = EVENTS[type];
  return topic === 'room' ? roomTopic(roomDataSchema.parse(data).incidentId) : topic;
}

/** Reads a topic as it was stored beside an event; older entries have none and go by their type. Null for what is none. */
export function storedTopic(type: EventType, stored: string | null | undefined): Topic | null {
  if (stored) return isTopic(stored) ? stored : null;
  const { topic } = EVENTS[type];
  return topic === 'room' ? null : topic;
}

const roomDataSchema = z.object({ incidentId: z.string() });

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
