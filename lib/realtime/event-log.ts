import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { audienceSchema, type Audience } from '@/lib/protocol/audience';
import { formatCursor, type Cursor, type StreamId } from '@/lib/protocol/cursor';
import { isEventType, storedTopic, topicOf, type EventType, type WireEvent } from '@/lib/protocol/events';
import type { Topic } from '@/lib/protocol/topics';
import { REDIS_KEYS } from './keys';

/** An event on its way to the log. `json` is the wire form, made once. */
export interface OutgoingEvent {
  readonly eventId: string;
  readonly type: EventType;
  readonly topic: Topic;
  readonly audience: Audience;
  readonly json: string;
}

/** An event as read from the log. */
export interface LogEntry extends OutgoingEvent {
  readonly streamId: StreamId;
}

/** What one read of the log gave. `last`: where the next read goes on, entries skipped as unreadable included. */
export interface LogRead {
  readonly epoch: string;
  readonly entries: readonly LogEntry[];
  readonly last: StreamId;
  /** Whether the read was cut at its count, so that more may follow. */
  readonly full: boolean;
}

/** The log's ends. `first` is null while it is empty. */
export interface LogEnds {
  readonly epoch: string;
  readonly first: StreamId | null;
  readonly last: StreamId;
}

/** Adds commands to the transaction of an append, so that both happen or neither does. */
export type AlsoInTransaction = (transaction: ReturnType<Redis['multi']>) => void;

/** One life of events in a Redis stream. Every method throws when Redis cannot be asked. */
export interface EventLog {
  /** Adds events in order and rings the doorbell, all in one transaction with `also`. */
  append(events: readonly OutgoingEvent[], also?: AlsoInTransaction): Promise<Cursor[]>;
  /** Entries after a position, oldest first. */
  readAfter(position: StreamId, count: number): Promise<LogRead>;
  /** The newest entries up to a position, that one included, oldest first. */
  readUpTo(position: StreamId, count: number): Promise<LogRead>;
  ends(): Promise<LogEnds>;
  /** Whether an entry is on the log now. */
  has(streamId: StreamId): Promise<boolean>;
  /** Begins a new life of the log: every cursor given out so far becomes foreign. */
  renewEpoch(): Promise<string>;
  /** Rings without an event, to pass a word to every hub. */
  ring(word: string): Promise<void>;
}

const RING = '1';
// The first entry of every log: with it, a cursor before the first entry always means that something was trimmed.
const GENESIS_ID: StreamId = '0-1';

const streamIdSchema = z.string().regex(/^\d+-\d+$/);
const rawEntriesSchema = z.array(z.tuple([streamIdSchema, z.array(z.string())])).nullable();
const epochSchema = z.string().regex(/^[0-9A-Za-z]+$/);

/** The wire form of an event, made once and never touched again. */
export function toOutgoing(event: WireEvent, audience: Audience): OutgoingEvent {
  const { id, type, data, timestamp } = event;
  return { eventId: id, type, topic: topicOf(type, data), audience, json: JSON.stringify({ id, type, data, timestamp }) };
}

/** The event log behind a Redis client; trimmed to about `logLength` entries. */
export function createEventLog(redis: Redis, logLength: number): EventLog {
  async function begin(): Promise<string> {
    const transaction = redis.multi();
    transaction.set(REDIS_KEYS.epoch, newEpoch(), { nx: true });
    transaction.get(REDIS_KEYS.epoch);
    // Refused on a log that has entries, which is the point.
    transaction.xadd(REDIS_KEYS.log, GENESIS_ID, { genesis: '1' });
    const replies = await transaction.exec({ keepErrors: true });
    return epochSchema.parse(replies[1]?.result);
  }

  /** One consistent look: the epoch and the entries belong together. Begins the log where there is none. */
  async function read(position: StreamId, count: number, direction: 'after' | 'upTo'): Promise<LogRead> {
    const transaction = redis.multi();
    transaction.get(REDIS_KEYS.epoch);
    if (direction === 'after') transaction.xrange(REDIS_KEYS.log, `(${position}`, '+', count);
    else transaction.xrevrange(REDIS_KEYS.log, position, '-', count);
    const [epochReply, entriesReply] = await transaction.exec<[unknown, unknown]>();
    const epoch = epochReply === null ? await begin() : epochSchema.parse(epochReply);
    const raw = rawEntriesSchema.parse(entriesReply) ?? [];
    if (direction === 'upTo') raw.reverse();
    const last = (raw.at(-1)?.[0] ?? position) as StreamId;
    return { epoch, entries: raw.flatMap(parseEntry), last, full: raw.length >= count };
  }

  return {
    async append(events, also) {
      const transaction = redis.multi();
      also?.(transaction);
      transaction.set(REDIS_KEYS.epoch, newEpoch(), { nx: true });
      transaction.get(REDIS_KEYS.epoch);
      for (const event of events) transaction.xadd(REDIS_KEYS.log, '*', toFields(event), trimTo(logLength));
      transaction.publish(REDIS_KEYS.doorbell, RING);
      const replies: unknown[] = await transaction.exec();
      const own = replies.slice(replies.length - events.length - 2);
      const epoch = epochSchema.parse(own[0]);
      return own.slice(1, -1).map((id) => formatCursor(epoch, streamIdSchema.parse(id) as StreamId));
    },
    readAfter: (position, count) => read(position, count, 'after'),
    readUpTo: (position, count) => read(position, count, 'upTo'),
    async ends() {
      const transaction = redis.multi();
      transaction.get(REDIS_KEYS.epoch);
      transaction.xrange(REDIS_KEYS.log, '-', '+', 1);
      transaction.xrevrange(REDIS_KEYS.log, '+', '-', 1);
      const [epochReply, firstReply, lastReply] = await transaction.exec<[unknown, unknown, unknown]>();
      const first = rawEntriesSchema.parse(firstReply)?.[0]?.[0] as StreamId | undefined;
      const last = rawEntriesSchema.parse(lastReply)?.[0]?.[0] as StreamId | undefined;
      if (epochReply === null || !first || !last) {
        return { epoch: await begin(), first: GENESIS_ID, last: last ?? GENESIS_ID };
      }
      return { epoch: epochSchema.parse(epochReply), first, last };
    },
    async has(streamId) {
      const reply: unknown = await redis.xrange(REDIS_KEYS.log, streamId, streamId, 1);
      return (rawEntriesSchema.parse(reply) ?? []).length > 0;
    },
    async renewEpoch() {
      const epoch = newEpoch();
      await redis.set(REDIS_KEYS.epoch, epoch);
      return epoch;
    },
    async ring(word) {
      await redis.publish(REDIS_KEYS.doorbell, word);
    },
  };
}

function trimTo(logLength: number) {
  return { trim: { type: 'MAXLEN', threshold: logLength, comparison: '~' } } as const;
}

function toFields(event: OutgoingEvent) {
  return {
    id: event.eventId,
    type: event.type,
    topic: event.topic,
    audience: JSON.stringify(event.audience),
    json: event.json,
  };
}

/** Nothing for an entry that is not an event of ours: a newer server may write what this one cannot read. */
function parseEntry([streamId, flat]: [string, string[]]): LogEntry[] {
  const pairs = Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => [flat[index * 2], flat[index * 2 + 1]] as const);
  const { id, type, topic: stored, audience, json }: Readonly<Record<string, string | undefined>> = Object.fromEntries(pairs);
  if (!id || !type || !isEventType(type) || !audience || !json || /[\r\n\0]/.test(json)) return [];
  const rules = audienceSchema.safeParse(parseJson(audience));
  const topic = storedTopic(type, stored);
  if (!rules.success || !topic) return [];
  return [{ streamId: streamId as StreamId, eventId: id, type, topic, audience: rules.data, json }];
}

function newEpoch(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
