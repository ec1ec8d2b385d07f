import 'server-only';
import { z } from 'zod';
import type { LogAnswer } from '@/lib/protocol/board-answers';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid, notFound } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { readPresent } from './presence';
import { entryToWire } from './to-wire';

const MOST_ENTRIES = 500;

const seq = z.coerce.number('This is not the number of an entry.').int().min(0).max(2_147_483_647);
const querySchema = z.object({
  after: seq.optional(),
  before: seq.optional(),
  last: z.unknown().optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(MOST_ENTRIES),
});

/**
 * Entries of an incident's log, oldest first: those after a `seq` (from the beginning by default), those before one,
 * or the last ones.
 * @throws AppError forbidden, invalid, not_found
 */
export async function listEntries(ctx: Context, incidentId: string, query: unknown = {}): Promise<LogAnswer> {
  authorise(ctx, 'rooms.read');
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) throw invalid(parsed.error);
  const { after, before, last, limit } = parsed.data;
  const cursor = await currentCursor();
  const incident = await db().incident.findUnique({ where: { id: incidentId }, select: { logSeq: true } });
  if (!incident) throw notFound('This incident');
  const fromTheEnd = after === undefined && (before !== undefined || last !== undefined);
  const rows = await db().incidentLogEntry.findMany({
    where: { incidentId, seq: { ...(after === undefined ? {} : { gt: after }), ...(before === undefined ? {} : { lt: before }) } },
    orderBy: { seq: fromTheEnd ? 'desc' : 'asc' },
    take: limit,
  });
  if (fromTheEnd) rows.reverse();
  return { items: rows.map(entryToWire), lastSeq: incident.logSeq, present: await readPresent(incidentId), cursor };
}
