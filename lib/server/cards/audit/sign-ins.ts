import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { readRows } from '../pieces/read-rows';
import { hourSlices, sliceOf, toPoints, within } from '../pieces/time-slices';
import { clock } from '../pieces/words';

const HOURS = 24;

/** The row without a slice is the sum of all. */
const rowSchema = z.object({ slice: z.int().nullable(), accepted: z.int(), refused: z.int(), addresses: z.int() });

/** Who got in, and who did not. */
export const signIns = defineCard({
  key: 'sign-ins',
  tab: 'audit',
  title: 'Sign-ins',
  about: `Sign-ins that were accepted and refused, by the hour, over ${HOURS} hours; the last point is the hour that runs.`,
  view: 'lines',
  ttlMs: 120_000,
  permission: 'audit.read',
  watches: ['sign-ins'],
  async compute({ now }): Promise<ValueOf<'lines'>> {
    const slices = hourSlices(now, HOURS);
    const at = Prisma.sql`at`;
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT slice, count(*) FILTER (WHERE outcome = 'success')::int AS accepted, count(*) FILTER (WHERE outcome = 'failure')::int AS refused,
          count(DISTINCT ip) FILTER (WHERE outcome = 'failure')::int AS addresses
        FROM (SELECT ${sliceOf(at, slices)} AS slice, outcome, ip FROM audit_entries WHERE ${within(at, slices)} AND category = 'sign-in') AS sliced
        GROUP BY GROUPING SETS ((slice), ())`,
    );
    const { accepted, refused, addresses } = rows.find(({ slice }) => slice === null) ?? { accepted: 0, refused: 0, addresses: 0 };
    return {
      headline: { value: refused, unit: 'count', tone: 'plain', words: `refused since ${clock(slices.starts[0], now)}; ${accepted} accepted.` },
      unit: 'count',
      series: [
        { name: 'Accepted', tone: 'plain' },
        { name: 'Refused', tone: 'warning' },
      ],
      points: accepted + refused === 0 ? [] : toPoints(slices, rows, (row) => [row?.accepted ?? 0, row?.refused ?? 0]),
      figures: [{ label: 'Addresses that were refused', value: addresses, unit: 'count', tone: 'plain' }],
      empty: `Nobody tried to sign in in ${HOURS} hours.`,
    };
  },
});
