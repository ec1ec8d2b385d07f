import 'server-only';
import { z } from 'zod';
import type { CardFigure } from '@/lib/protocol/card-value';
import { Prisma } from '@/lib/server/db/client';
import { readRows } from '../pieces/read-rows';
import { sliceOf, within, type TimeSlices } from '../pieces/time-slices';
import { counted } from '../pieces/words';

/** With fewer, single ones decide where the percentiles lie. */
const FEW = 10;

const wholeSeconds = z.number().nullable().transform((seconds) => (seconds === null ? null : Math.round(seconds)));

/** What {@link percentileColumns} gives: how many there were, and within how many seconds half and nine tenths of them lay. */
export const percentilesSchema = z.object({ n: z.int(), p50: wholeSeconds, p90: wholeSeconds });
export type Percentiles = z.infer<typeof percentilesSchema>;

const slicedSchema = percentilesSchema.extend({ slice: z.int().nullable() });
export type SlicedPercentiles = z.infer<typeof slicedSchema>;

/** The columns n, p50 and p90 over seconds; nulls are left out. */
export function percentileColumns(seconds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`count(${seconds})::int AS n,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ${seconds}) AS p50,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY ${seconds}) AS p90`;
}

/** Percentiles over all slices and by slice. `samples`: a query with the columns `at` and `seconds`. */
export async function readPercentiles(samples: Prisma.Sql, slices: TimeSlices): Promise<{ total: Percentiles; bySlice: SlicedPercentiles[] }> {
  const at = Prisma.sql`at`;
  const rows = await readRows(
    slicedSchema,
    Prisma.sql`SELECT slice, ${percentileColumns(Prisma.sql`seconds`)}
      FROM (SELECT ${sliceOf(at, slices)} AS slice, seconds FROM (${samples}) AS samples WHERE ${within(at, slices)}) AS sliced
      GROUP BY GROUPING SETS ((slice), ())`,
  );
  const total = rows.find(({ slice }) => slice === null) ?? { n: 0, p50: null, p90: null };
  return { total, bySlice: rows.filter(({ slice }) => slice !== null) };
}

/** The three figures of a stretch of time, named as in "p90, 24 h". */
export function percentileFigures({ n, p50, p90 }: Percentiles, over: string, counts: string): CardFigure[] {
  const figure = (label: string, value: number | null, unit: CardFigure['unit']): CardFigure => ({ label: `${label}, ${over}`, value, unit, tone: 'plain' });
  return [figure('Median', p50, 'seconds'), figure('p90', p90, 'seconds'), figure(counts, n, 'count')];
}

/** What a p90 stands on, with a warning when that is little: "9 of 10 were as quick, out of 14 incidents". */
export function p90Words(n: number, thing: string): string {
  return n < FEW ? `From ${counted(n, thing)} only, so single ones decide.` : `9 of 10 were at least as quick, out of ${counted(n, thing)}.`;
}
