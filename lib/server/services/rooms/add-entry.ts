import 'server-only';
import type { EventType } from '@/lib/protocol/events';
import type { EntryKind, LogEntry } from '@/lib/protocol/room';
import { roomDataEvent } from './event-of';
import type { AuditActor } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { ROOM_READERS } from '../incidents/audience';
import { entryToWire } from './to-wire';

/** What goes into an incident's log. `by` speaks unless `speaker` names somebody else. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly text: string;
  readonly by: AuditActor;
  readonly at: Date;
  readonly speaker?: { readonly role: string; readonly label: string } | null | undefined;
  readonly addressee?: string | null | undefined;
  readonly occurredAt?: Date | null | undefined;
  readonly clientMsgId?: string | null | undefined;
  readonly supersedesId?: string | null | undefined;
  readonly inReplyTo?: string | null | undefined;
  readonly source?: string;
  /** Where the kind does not tell: what the room is to hear it as. */
  readonly event?: RoomEventType;
}

/** The event types that bear an entry. */
export type RoomEventType = Extract<
  EventType,
  'utterance' | 'phase_transition' | 'intervention' | 'intervention_response' | 'pause' | 'resume' | 'complete'
>;

/**
 * Adds an entry to the log of an incident within a transaction, and tells the room. The incident's own row counts the
 * entries, so that writers wait for each other: `seq` has no gap and no double, and events leave in its order.
 */
export async function addEntry(tx: Tx, incident: { readonly id: string; readonly status: string }, entry: NewEntry): Promise<LogEntry> {
  const [counter] = await tx.$queryRaw<{ seq: number }[]>`
    UPDATE incidents SET log_seq = log_seq + 1 WHERE id = ${incident.id} RETURNING log_seq AS seq`;
  if (!counter) throw new Error('The incident of this entry is gone.');
  const { actor } = entry.by;
  const isPerson = 'id' in actor;
  const row = await tx.incidentLogEntry.create({
    data: {
      id: crypto.randomUUID(),
      incidentId: incident.id,
      seq: counter.seq,
      kind: entry.kind,
      phase: incident.status,
      speakerRole: entry.speaker?.role ?? (isPerson ? actor.role : 'system'),
      speakerUserId: isPerson ? actor.id : null,
      speakerLabel: entry.speaker?.label ?? actor.name,
      text: entry.text,
      addressee: entry.addressee ?? null,
      occurredAt: entry.occurredAt ?? entry.at,
      recordedAt: entry.at,
      source: entry.source ?? (isPerson ? 'board' : 'system'),
      clientMsgId: entry.clientMsgId ?? null,
      supersedesId: entry.supersedesId ?? null,
      inReplyTo: entry.inReplyTo ?? null,
    },
  });
  const wire = entryToWire(row);
  await emit(tx, entry.event ?? roomDataEvent(entry.kind), { incidentId: incident.id, entry: wire }, ROOM_READERS, entry.at);
  return wire;
}
