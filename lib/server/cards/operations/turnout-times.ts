import 'server-only';
import type { UnitState } from '@/lib/protocol/unit';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { p90Words, percentileFigures, readPercentiles } from './percentiles';
import { daySlices, toPoints } from '../pieces/time-slices';

const DAYS = 7;
const ALERTED: UnitState = 'alerted';
const EN_ROUTE: UnitState = 'en_route';

/** How long units take from being alerted to being on their way. */
export const turnoutTimes = defineCard({
  key: 'turnout-times',
  tab: 'operations',
  title: 'Turnout times',
  about: 'From a unit being alerted to its being en route, by day in Norway, today and the six days before.',
  view: 'lines',
  ttlMs: 300_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'cards.read',
  watches: ['unit.status.changed'],
  async compute({ now }): Promise<ValueOf<'lines'>> {
    const slices = daySlices(now, DAYS);
    const { total, bySlice } = await readPercentiles(turnouts(slices.starts[0], now), slices);
    return {
      headline: {
        value: total.p90,
        unit: 'seconds',
        tone: 'plain',
        words: total.n === 0 ? 'Nobody has been dispatched yet in these seven days.' : `p90 of seven days. ${p90Words(total.n, 'turnout')}`,
      },
      unit: 'seconds',
      series: [
        { name: 'Median', tone: 'plain' },
        { name: 'p90', tone: 'info' },
      ],
      points: total.n === 0 ? [] : toPoints(slices, bySlice, (row) => [row?.p50 ?? null, row?.p90 ?? null]),
      figures: percentileFigures(total, '7 days', 'Turnouts'),
      empty: 'Nobody has been dispatched in these seven days.',
    };
  },
});

// The hour before is read along: a unit may have been alerted before midnight and be on its way after it.
function turnouts(from: Date, until: Date): Prisma.Sql {
  return Prisma.sql`SELECT at, extract(epoch FROM at - since)::float AS seconds
    FROM (
      SELECT at, state, lag(at) OVER unit AS since, lag(state) OVER unit AS before FROM unit_status_history
      WHERE at >= ${from}::timestamptz - interval '1 hour' AND at <= ${until}::timestamptz
      WINDOW unit AS (PARTITION BY unit_id ORDER BY at, id)
    ) AS steps WHERE state = ${EN_ROUTE} AND before = ${ALERTED}`;
}
