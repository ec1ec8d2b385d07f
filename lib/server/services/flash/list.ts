import 'server-only';
import { z } from 'zod';
import { flashListSchema, type FlashList } from '@/lib/protocol/answers';
import { can } from '@/lib/protocol/permissions';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Prisma } from '@/lib/server/db/client';
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
  const { before } = parsed.data;
  // What may be read follows from the role, and all who send read the same.
  const name = `flash:${can(ctx.actor.role, 'flash.send') ? 'senders' : ctx.actor.role}:${before ?? ''}`;
  const page = await sharedRead({ name, cursor, schema: flashListSchema.omit({ cursor: true }), read: () => readPage(readableBy(ctx), before) });
  return { ...page, cursor };
}

async function readPage(readable: Prisma.FlashWhereInput, before: string | undefined): Promise<Omit<FlashList, 'cursor'>> {
  const rows = await db().flash.findMany({
    where: { AND: [readable, olderThan(before)] },
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
  };
}

function olderThan(before: string | undefined) {
  if (!before) return {};
  const { at: createdAt, id } = readPlace(before);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
