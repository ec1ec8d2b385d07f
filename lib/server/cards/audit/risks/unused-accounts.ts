import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { IS_PERSON, readRows } from '../../pieces/read-rows';
import { counted, listed } from '../../pieces/words';
import { check, type Check } from './check';

const DAYS = 90;

const rowSchema = z.object({ email: z.string(), never: z.boolean() });

/** Whether accounts lie about that nobody has signed in with for long, counted from when they were made. */
export async function checkUnusedAccounts(now: Date): Promise<Check> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT email, last IS NULL AS never FROM users AS u CROSS JOIN LATERAL (
        SELECT max(at) AS last FROM audit_entries
        WHERE target_type = 'user' AND target_id = u.id AND category = 'sign-in' AND outcome = 'success' AND at <= ${now}::timestamptz
      ) AS entries
      WHERE disabled_at IS NULL AND ${IS_PERSON} AND coalesce(last, created_at) <= ${now}::timestamptz - ${DAYS} * interval '1 day'
      ORDER BY coalesce(last, created_at), email`,
  );
  if (rows.length === 0) return check('Unused accounts', 'ok', `Every account was used, or made, within ${DAYS} days.`);
  const never = rows.filter((row) => row.never).length;
  return check('Unused accounts', 'warning', `${counted(rows.length, 'account')} not used for ${DAYS} days, ${never} of them never: ${listed(rows.map(({ email }) => email))}. Disable what nobody needs.`);
}
