import 'server-only';
import { z } from 'zod';
import { likeLiteral } from '@/lib/core/like-pattern';
import { incidentListSchema, type IncidentList } from '@/lib/protocol/board-answers';
import { OPEN_STATUSES, type Incident } from '@/lib/protocol/incident';
import { compareIncidents, incidentFilterSchema, statusesOf, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { readSearch, type IncidentSearch } from '@/lib/protocol/incident-search';
import { COUNTED_INCIDENTS, HELD_OPEN_INCIDENTS } from '@/lib/protocol/incident-totals';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db, type Prisma } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { placeOf, placeSchema, readPlace } from '../list-place';
import { incidentInclude, incidentToWire } from './to-wire';

/** Whatever else is open, nobody may lose sight of these. */
const WORKED_ON: Prisma.IncidentWhereInput = { OR: [{ status: { in: ['active', 'paused', 'stable'] } }, { units: { some: {} } }] };

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
  const [rows, total] = await Promise.all([
    db().incident.findMany({
      where: { AND: [fitting(filter), following(filter.sort, before)] },
      orderBy: order(filter.sort),
      take: limit + 1,
      include: incidentInclude,
    }),
    before ? null : db().incident.count({ where: fitting(filter), take: COUNTED_INCIDENTS + 1 }),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(incidentToWire),
    ...(total === null ? {} : { total }),
    ...(rows.length > limit && last ? { nextCursor: placeOf(last.createdAt, last.id, filter.sort === 'priority' ? last.priority : undefined) } : {}),
  };
}

/** The open incidents for the snapshot, newest first: all that are worked on or have a unit, then the newest of the others up to 500. */
export async function listOpenIncidents(): Promise<Incident[]> {
  const find = (which: Prisma.IncidentWhereInput, most?: number) =>
    db().incident.findMany({
      where: { AND: [{ status: { in: [...OPEN_STATUSES] } }, which] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...(most === undefined ? {} : { take: most }),
      include: incidentInclude,
    });
  const workedOn = await find(WORKED_ON);
  const others = await find({ NOT: WORKED_ON }, Math.max(0, HELD_OPEN_INCIDENTS - workedOn.length));
  // One may have been taken up between the two.
  const byId = new Map([...workedOn, ...others].map((row) => [row.id, incidentToWire(row)]));
  return [...byId.values()].sort(compareIncidents('newest'));
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

