import 'server-only';
import { z } from 'zod';
import { likeLiteral } from '@/lib/core/like-pattern';
import { incidentListSchema, type IncidentList } from '@/lib/protocol/board-answers';
import { OPEN_STATUSES, type Incident } from '@/lib/protocol/incident';
import { incidentFilterSchema, statusesOf, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { readSearch, type IncidentSearch } from '@/lib/protocol/incident-search';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db, type Prisma } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { placeOf, placeSchema, readPlace } from '../list-place';
import { incidentInclude, incidentToWire } from './to-wire';

const MOST_OPEN = 500;

const querySchema = incidentFilterSchema.extend({
  before: placeSchema('P[1-4]'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/**
 * Incidents by a filter, one page at a time. `before` is an earlier answer's `nextCursor`.
 * @throws AppError forbidden, invalid
 */
export async function listIncidents(ctx: Context, query: unknown = {}): Promise<IncidentList> {
  authorise(ctx, 'incidents.read');
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) throw invalid(parsed.error);
  const cursor = await currentCursor();
  const name = `incidents:${JSON.stringify(parsed.data)}`;
  const page = await sharedRead({ name, cursor, schema: incidentListSchema.omit({ cursor: true }), read: () => readPage(parsed.data) });
  return readableBy(ctx, incidentListSchema, { ...page, cursor });
}

async function readPage({ before, limit, ...filter }: z.output<typeof querySchema>): Promise<Omit<IncidentList, 'cursor'>> {
  const rows = await db().incident.findMany({
    where: { AND: [fitting(filter), following(filter.sort, before)] },
    orderBy: order(filter.sort),
    take: limit + 1,
    include: incidentInclude,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(incidentToWire),
    ...(rows.length > limit && last ? { nextCursor: placeOf(last.createdAt, last.id, filter.sort === 'priority' ? last.priority : undefined) } : {}),
  };
}

/** Everything that somebody still works on, newest first, for the snapshot. */
export async function listOpenIncidents(): Promise<Incident[]> {
  const rows = await db().incident.findMany({
    where: { status: { in: [...OPEN_STATUSES] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_OPEN,
    include: incidentInclude,
  });
  return rows.map(incidentToWire);
}

function fitting({ view, priority, type, q }: IncidentFilter): Prisma.IncidentWhereInput {
  return {
    ...(view === 'all' ? {} : { status: { in: [...statusesOf(view)] } }),
    ...(priority ? { priority } : {}),
    ...(type ? { type } : {}),
    ...(q ? { OR: found(readSearch(q)) } : {}),
  };
}

/** What `fitsSearch` says of one incident, asked of the database. */
function found({ text, numbers }: IncidentSearch): Prisma.IncidentWhereInput[] {
  const byNumber = numbers.map(({ year, from, to }) => ({ ...(year === null ? {} : { year }), ordinal: { gte: from, lte: to } }));
  return [{ search: { contains: likeLiteral(text) } }, ...byNumber];
}

function order(sort: IncidentFilter['sort']): Prisma.IncidentOrderByWithRelationInput[] {
  if (sort === 'oldest') return [{ createdAt: 'asc' }, { id: 'asc' }];
  const newest = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  return sort === 'priority' ? [{ priority: 'asc' }, ...newest] : [...newest];
}

function following(sort: IncidentFilter['sort'], before: string | undefined): Prisma.IncidentWhereInput {
  if (!before) return {};
  const { at: createdAt, id, group: priority } = readPlace(before);
  if (sort === 'oldest') return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] };
  const older: Prisma.IncidentWhereInput = { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
  if (sort !== 'priority' || !priority) return older;
  return { OR: [{ priority: { gt: priority } }, { AND: [{ priority }, older] }] };
}

