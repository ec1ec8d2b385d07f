import 'server-only';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { p90Words, percentileFigures, readPercentiles } from './percentiles';
import { DAY_MS, halfDaySlices, oneSlice, toPoints, type TimeSlices } from '../pieces/time-slices';

const HALF_DAYS = 14;

/** How long incidents wait until somebody works on them. */
export const responseTimes = defineCard({
  key: 'response-times',
  tab: 'operations',
  title: 'Response times',
  about: 'From an incident coming in to its being active, by the half day in which it came in, over a week. Those not yet accepted are not in it.',
  view: 'lines',
  wide: true,
  ttlMs: 300_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'cards.read',
  watches: ['incident.status.changed'],
  async compute({ now }): Promise<ValueOf<'lines'>> {
    const slices = halfDaySlices(now, HALF_DAYS);
    const [day, week] = await Promise.all([waits(oneSlice(now, DAY_MS)), waits(slices)]);
    const { total } = day;
    return {
      headline: {
        value: total.p90,
        unit: 'seconds',
        tone: 'plain',
        words: total.n === 0 ? 'No incident of the last 24 hours has been accepted yet.' : `p90 of the last 24 hours. ${p90Words(total.n, 'incident')}`,
      },
      unit: 'seconds',
      series: [
        { name: 'Median', tone: 'plain' },
        { name: 'p90', tone: 'info' },
      ],
      points: week.total.n === 0 ? [] : toPoints(slices, week.bySlice, (row) => [row?.p50 ?? null, row?.p90 ?? null]),
      figures: [...percentileFigures(day.total, '24 h', 'Incidents'), ...percentileFigures(week.total, 'week', 'Incidents')],
      empty: 'No incident was accepted within the week.',
    };
  },
});

function waits(slices: TimeSlices) {
  const samples = Prisma.sql`SELECT created_at AS at, extract(epoch FROM active_at - created_at)::float AS seconds FROM incidents WHERE active_at IS NOT NULL`;
  return readPercentiles(samples, slices);
}
