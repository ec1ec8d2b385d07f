import 'server-only';
import type { z } from 'zod';
import type { EntryAnswer } from '@/lib/protocol/board-answers';
import { incidentStatusSchema } from '@/lib/protocol/incident';
import { roomTakes, writeEntrySchema, type LogEntry } from '@/lib/protocol/room';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { holdIncident } from '../incidents/hold';
import type { IncidentRow } from '../incidents/to-wire';
import { addEntry } from './add-entry';
import { entryToWire } from './to-wire';

type Parsed = z.output<typeof writeEntrySchema>;

/**
 * Adds an entry to an incident's log. The same `clientMsgId` in one room adds one entry.
 * @throws AppError forbidden, invalid, not_found, room_paused, room_ended, conflict (the id is somebody else's)
 */
export async function writeEntry(ctx: Context, incidentId: string, input: unknown): Promise<EntryAnswer & { readonly created: boolean }> {
  authorise(ctx, 'rooms.write');
  const parsed = writeEntrySchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const known = await findRepeated(ctx, incidentId, parsed.data.clientMsgId);
  if (known) return { entry: known, created: false, delivery: await relayAfterCommit() };
  try {
    const entry = await db().$transaction((tx) => write(tx, ctx, incidentId, parsed.data));
    return { entry, created: true, delivery: await relayAfterCommit() };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await findRepeated(ctx, incidentId, parsed.data.clientMsgId) : null;
    if (!winner) throw error;
    return { entry: winner, created: false, delivery: await relayAfterCommit() };
  }
}

async function write(tx: Tx, ctx: Context, incidentId: string, entry: Parsed): Promise<LogEntry> {
  const incident = await holdIncident(tx, incidentId);
  demandOpenRoom(incident, entry);
  await demandReferences(tx, incidentId, entry);
  return addEntry(tx, incident, {
    ...entry,
    occurredAt: entry.occurredAt ? new Date(entry.occurredAt) : null,
    by: ctx,
    at: new Date(),
  });
}

function demandOpenRoom(incident: IncidentRow, { kind }: Parsed): void {
  const status = incidentStatusSchema.parse(incident.status);
  if (roomTakes(status, kind)) return;
  const held = { fields: { current: { id: incident.id, status, version: incident.version } } };
  if (status === 'paused') {
    throw new AppError('room_paused', 'This incident is paused, so its room takes only notes and corrections. Resume it, or write this as a note.', held);
  }
  throw new AppError('room_ended', status === 'completed' ? 'This incident is completed, so its room takes only notes and corrections.' : `This incident is ${status}. Its room takes nothing more.`, held);
}

/** What an answer or a correction names must be in this very log, and be of the right kind. */
async function demandReferences(tx: Tx, incidentId: string, { inReplyTo, supersedesId }: Parsed): Promise<void> {
  const named = inReplyTo ?? supersedesId;
  if (!named) return;
  const row = await tx.incidentLogEntry.findFirst({ where: { id: named, incidentId } });
  if (!row) throw notFound('The entry that this one refers to');
  if (inReplyTo && row.kind !== 'intervention') throw new AppError('not_allowed_now', 'Only a question or order can be answered.');
  if (supersedesId && row.kind === 'status') throw new AppError('not_allowed_now', 'A change of status cannot be corrected. Change the status instead.');
}

async function findRepeated(ctx: Context, incidentId: string, clientMsgId: string): Promise<LogEntry | null> {
  const row = await db().incidentLogEntry.findUnique({ where: { incidentId_clientMsgId: { incidentId, clientMsgId } } });
  if (!row) return null;
  if (row.speakerUserId !== ctx.actor.id) throw new AppError('conflict', 'Somebody else used this message id in this room. Send it again under a new one.');
  return entryToWire(row);
}
