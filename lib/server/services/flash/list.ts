import 'server-only';
import { z } from 'zod';
import type { FlashList } from '@/lib/protocol/answers';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { placeOf, placeSchema, readPlace } from '../list-place';
import { readableBy } from './audience';
import { countReceipts, NO_RECEIPTS } from './counts';
import { flashInclude, flashToWire } from './to-wire';

const PAGE = 30;

const querySchema = z.object({ before: placeSchema() });

/**
 * Flash messages with their counts, newest first, one page at a time. `before` is an earlier answer's `nextCursor`.
 * @throws AppError forbidden, invalid
 */
export async function listFlash(ctx: Context, query: unknown = {}): Promise<FlashList> {
  authorise(ctx, 'flash.read');
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) throw invalid(parsed.error);
  // Read before the rows: what happens in between is heard again rather than missed.
  const cursor = await currentCursor();
  const rows = await db().flash.findMany({
    where: { AND: [readableBy(ctx), olderThan(parsed.data.before)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    include: flashInclude,
  });
  const page = rows.slice(0, PAGE);
  const counts = await countReceipts(db(), page.map((row) => row.id));
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...flashToWire(row), counts: counts.get(row.id) ?? NO_RECEIPTS })),
    ...(rows.length > PAGE && last ? { nextCursor: placeOf(last.createdAt, last.id) } : {}),
    cursor,
  };
}

function olderThan(before: string | undefined) {
  if (!before) return {};
  const { at: createdAt, id } = readPlace(before);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
