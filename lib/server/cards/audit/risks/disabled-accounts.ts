import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { readRows } from '../../pieces/read-rows';
import { DAY_MS, oneSlice, within } from '../../pieces/time-slices';
import { clock, counted, listed } from '../../pieces/words';
import { check, type Check } from './check';

const DAYS = 7;

const rowSchema = z.object({ email: z.string(), n: z.int(), last: z.date() });

/** Whether somebody tried to sign in with an account after it was disabled. */
export async function checkDisabledAccounts(now: Date): Promise<Check> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT email, count(*)::int AS n, max(at) AS last
      FROM users JOIN audit_entries ON target_type = 'user' AND target_id = users.id
      WHERE disabled_at IS NOT NULL AND at >= disabled_at AND category = 'sign-in' AND outcome = 'failure'
        AND ${within(Prisma.sql`at`, oneSlice(now, DAYS * DAY_MS))}
      GROUP BY users.id, email ORDER BY last DESC`,
  );
  const [first] = rows;
  if (!first) return check('Disabled accounts', 'ok', `No disabled account was tried in ${DAYS} days.`);
  const tries = rows.reduce((sum, { n }) => sum + n, 0);
  return check('Disabled accounts', 'warning', `${counted(tries, 'try', 'tries')} with ${listed(rows.map(({ email }) => email))} in ${DAYS} days, the last at ${clock(first.last, now)}.`);
}
