import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { readRows } from '../../pieces/read-rows';
import { DAY_MS, HOUR_MS, oneSlice, within } from '../../pieces/time-slices';
import { clock, listed } from '../../pieces/words';
import { check, type Check } from './check';

/** So many refusals of one address within so many minutes are more than a forgotten password. */
const MANY = 5;
const MINUTES = 15;

const rowSchema = z.object({ ip: z.string().nullable(), n: z.int(), last: z.date() });

/** Whether somebody guesses passwords: failed when within the last hour, a warning when within the last day. */
export async function checkSignInBursts(now: Date): Promise<Check> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT ip, max(n)::int AS n, max(at) AS last FROM (
        SELECT ip, at, count(*) OVER (PARTITION BY ip ORDER BY at RANGE BETWEEN ${MINUTES} * interval '1 minute' PRECEDING AND CURRENT ROW) AS n
        FROM audit_entries WHERE category = 'sign-in' AND outcome = 'failure' AND ${within(Prisma.sql`at`, oneSlice(now, DAY_MS))}
      ) AS windows WHERE n >= ${MANY} GROUP BY ip ORDER BY last DESC`,
  );
  const [first] = rows;
  if (!first) return check('Guessed passwords', 'ok', `No address was refused ${MANY} times within ${MINUTES} minutes in the last 24 hours.`);
  const state = now.getTime() - first.last.getTime() <= HOUR_MS ? 'failed' : 'warning';
  const addresses = listed(rows.map(({ ip, n }) => `${ip ?? 'an unknown address'} (${n})`));
  return check('Guessed passwords', state, `Refused at least ${MANY} times within ${MINUTES} minutes: ${addresses}. The last at ${clock(first.last, now)}.`);
}
