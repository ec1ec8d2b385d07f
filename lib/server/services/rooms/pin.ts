import 'server-only';
import type { EntryAnswer } from '@/lib/protocol/board-answers';
import { pinEntrySchema } from '@/lib/protocol/room';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { ROOM_READERS } from '../incidents/audience';
import { holdIncident } from '../incidents/hold';
import { entryToWire } from './to-wire';

/** Pins an entry, or takes the pin away; the same again changes nothing. Throws AppError forbidden, invalid, not_found. */
export async function pinEntry(ctx: Context, incidentId: string, entryId: string, input: unknown): Promise<EntryAnswer> {
  authorise(ctx, 'rooms.write');
  const parsed = pinEntrySchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { pinned } = parsed.data;
  const row = await db().$transaction(async (tx) => {
    await holdIncident(tx, incidentId);
    const known = await tx.incidentLogEntry.findFirst({ where: { id: entryId, incidentId } });
    if (!known) throw notFound('This entry');
    if (known.pinned === pinned) return known;
    const changed = await tx.incidentLogEntry.update({ where: { id: entryId }, data: { pinned } });
    await emit(tx, 'entry.pinned', { incidentId, entryId, seq: known.seq, pinned, actor: actorRef(ctx) }, ROOM_READERS);
    await recordAudit(tx, ctx, {
      category: 'incidents',
      action: pinned ? 'entry.pin' : 'entry.unpin',
      targetType: 'incident',
      targetId: incidentId,
      summary: `${pinned ? 'Pinned' : 'Unpinned'} entry ${known.seq}`,
    });
    return changed;
  });
  return { entry: entryToWire(row), delivery: await relayAfterCommit() };
}
