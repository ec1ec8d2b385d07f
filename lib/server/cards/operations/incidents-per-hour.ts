import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { readRows } from '../pieces/read-rows';
import { hourSlices, sliceOf, toPoints, within } from '../pieces/time-slices';
import { clock } from '../pieces/words';

const HOURS = 24;

const rowSchema = z.object({ slice: z.int(), all: z.int(), urgent: z.int() });

/** How many incidents come in. */
export const incidentsPerHour = defineCard({
  key: 'incidents-per-hour',
  tab: 'operations',
  title: 'Incidents per hour',
  about: `Incidents that came in, by the hour, over ${HOURS} hours; the last point is the hour that runs.`,
  view: 'lines',
  ttlMs: 120_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'cards.read',
  watches: ['incident.created', 'incident.updated'],
  async compute({ now }): Promise<ValueOf<'lines'>> {
    const slices = hourSlices(now, HOURS);
    const at = Prisma.sql`created_at`;
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT ${sliceOf(at, slices)} AS slice, count(*)::int AS "all", count(*) FILTER (WHERE priority = 'P1')::int AS urgent
        FROM incidents WHERE ${within(at, slices)} GROUP BY 1 ORDER BY 1`,
    );
    const sum = (column: 'all' | 'urgent') => rows.reduce((total, row) => total + row[column], 0);
    const busiest = rows.reduce<(typeof rows)[number] | null>((most, row) => (row.all > (most?.all ?? 0) ? row : most), null);
    const busiestStart = busiest && slices.starts[busiest.slice];
    return {
      headline: { value: sum('all'), unit: 'count', tone: 'plain', words: `came in since ${clock(slices.starts[0], now)}, ${sum('urgent')} of them as P1.` },
      unit: 'count',
      series: [
        { name: 'All', tone: 'plain' },
        { name: 'P1', tone: 'info' },
      ],
      points: rows.length === 0 ? [] : toPoints(slices, rows, (row) => [row?.all ?? 0, row?.urgent ?? 0]),
      figures: busiestStart ? [{ label: `Most in an hour, from ${clock(busiestStart, now)}`, value: busiest.all, unit: 'count', tone: 'plain' }] : [],
      empty: `No incident came in in ${HOURS} hours.`,
    };
  },
});
