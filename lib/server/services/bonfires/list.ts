import 'server-only';
import { z } from 'zod';
import { norwayDayBounds } from '@/lib/core/norway-time';
import { bonfireListSchema, type BonfireList } from '@/lib/protocol/board-answers';
import { OPEN_BONFIRE_STATUSES } from '@/lib/protocol/bonfire';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db, type Prisma } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { placeOf, placeSchema, readPlace } from '../list-place';
import { bonfireInclude, bonfireToWire } from './to-wire';

const PAGE = 50;
const MOST = 500;

const querySchema = z.object({
  view: z.enum(['open', 'all'], 'This must be open or all.').default('open'),
  day: z
    .string()
    .refine((day) => norwayDayBounds(day) !== null, 'Write the day as 2026-11-20.')
    .optional(),
  before: placeSchema(),
  limit: z.coerce.number('This is not a number.').int('Use a whole number.').min(1, 'Use at least 1.').max(MOST, `Use at most ${MOST}.`).default(PAGE),
});
type Query = z.output<typeof querySchema>;

/**
 * Notices that wait for no look, the latest start first, one page at a time: a view, or all that touch one calendar day in Norway.
 * `before` is an earlier answer's `nextCursor`.
 * @throws AppError forbidden, invalid
 */
export async function listBonfires(ctx: Context, query: unknown = {}): Promise<BonfireList> {
  authorise(ctx, 'bonfires.read');
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) throw invalid(parsed.error);
  // Read before the rows: what happens in between is heard again rather than missed.
  const cursor = await currentCursor();
  const name = `bonfires:${JSON.stringify(parsed.data)}`;
  const page = await sharedRead({ name, cursor, schema: bonfireListSchema.omit({ cursor: true }), read: () => readPage(parsed.data) });
  return readableBy(ctx, bonfireListSchema, { ...page, cursor });
}

async function readPage(query: Query): Promise<Omit<BonfireList, 'cursor'>> {
  const { before, limit } = query;
  const rows = await db().bonfire.findMany({
    where: { held: false, AND: [chosenBy(query), startsBefore(before)] },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: bonfireInclude,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(bonfireToWire),
    ...(rows.length > limit && last ? { nextCursor: placeOf(last.startsAt, last.id) } : {}),
  };
}

function chosenBy({ view, day }: Query): Prisma.BonfireWhereInput {
  const bounds = day === undefined ? null : norwayDayBounds(day);
  if (bounds) return { startsAt: { lt: new Date(bounds.end) }, endsAt: { gt: new Date(bounds.start) } };
  return view === 'open' ? { status: { in: [...OPEN_BONFIRE_STATUSES] } } : {};
}

function startsBefore(before: string | undefined): Prisma.BonfireWhereInput {
  if (!before) return {};
  const { at: startsAt, id } = readPlace(before);
  return { OR: [{ startsAt: { lt: startsAt } }, { startsAt, id: { lt: id } }] };
}
