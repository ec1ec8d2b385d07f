import 'server-only';
import { audienceSchema } from '@/lib/protocol/audience';
import { parseCursor } from '@/lib/protocol/cursor';
import { isEventType, storedTopic } from '@/lib/protocol/events';
import type { OutgoingEvent } from '@/lib/realtime/event-log';
import { logConnection } from '@/lib/realtime/log-line';
import { compareStreamIds } from '@/lib/protocol/cursor';
import { db, type Tx } from '../db/client';
import { eventLog } from './log';
import { tellFollowers } from './followers';
import { registryCommandsFor, registryIsReady, writeRegistry } from './registry-commands';

const RELAY_LOCK = 7_114_001;
const BATCH = 200;
const LOCK_TIMEOUT_MS = 5_000;
const TRANSACTION_TIMEOUT_MS = 15_000;

/**
 * Moves what waits in the outbox to the event log, in order, until nothing waits.
 * A row is marked only after the log took it, so a crash in between sends it twice (same event id), never not at all.
 * @returns how many were sent
 * @throws when the database or the log cannot be reached; what waits goes on waiting
 */
export async function relayOutbox(): Promise<number> {
  let sent = 0;
  for (;;) {
    const batch = await db().$transaction(relayBatch, { timeout: TRANSACTION_TIMEOUT_MS, maxWait: LOCK_TIMEOUT_MS });
    sent += batch;
    if (batch < BATCH) return sent;
  }
}

/** Brings the log and the list of accounts in step with the database: at start, and when Redis was away. */
export async function reconcileLog(): Promise<void> {
  await db().$transaction(
    async (tx) => {
      await lock(tx);
      await renewTornLog(tx);
      if (!(await registryIsReady())) await writeRegistry(tx);
    },
    { timeout: TRANSACTION_TIMEOUT_MS, maxWait: LOCK_TIMEOUT_MS },
  );
}

async function relayBatch(tx: Tx): Promise<number> {
  await lock(tx);
  const rows = await tx.outboxEvent.findMany({ where: { sentAt: null }, orderBy: { id: 'asc' }, take: BATCH });
  if (rows.length === 0) return 0;
  const events = rows.map(toEvent);
  const cursors = await eventLog().append(events, registryCommandsFor(events));
  // Before they are marked as sent: whoever follows hears of each at least once, whatever dies in between.
  await tellFollowers(events);
  await tx.outboxEvent.updateMany({
    where: { id: { in: rows.map((row) => row.id) } },
    data: { sentAt: new Date(), logCursor: cursors.at(-1) ?? null },
  });
  return rows.length;
}

// One relay at a time over all instances. What concerns one row keeps its order: its writers wait for each other
// before they take their outbox ids.
async function lock(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RELAY_LOCK})`;
}

/**
 * A Redis that comes back without its last writes has a log with a hole that no reader could see.
 * What was sent last must be there, or have been trimmed; else the log gets a new name and every screen starts over.
 */
async function renewTornLog(tx: Tx): Promise<void> {
  const last = await tx.outboxEvent.findFirst({ where: { sentAt: { not: null }, logCursor: { not: null } }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }] });
  const cursor = parseCursor(last?.logCursor);
  if (!cursor) return;
  const ends = await eventLog().ends();
  if (ends.epoch !== cursor.epoch || (await eventLog().has(cursor.streamId))) return;
  if (ends.first && compareStreamIds(ends.first, cursor.streamId) > 0) return;
  const epoch = await eventLog().renewEpoch();
  logConnection('event log lost its newest entries, every screen starts over', { epoch });
}

function toEvent(row: { eventId: string; type: string; topic: string | null; audience: unknown; json: string }): OutgoingEvent {
  if (!isEventType(row.type)) throw new Error(`The outbox holds an event of the unknown type ${row.type}.`);
  const topic = storedTopic(row.type, row.topic);
  if (!topic) throw new Error(`The outbox holds an event of the unknown topic ${row.topic}.`);
  return { eventId: row.eventId, type: row.type, topic, audience: audienceSchema.parse(row.audience), json: row.json };
}
