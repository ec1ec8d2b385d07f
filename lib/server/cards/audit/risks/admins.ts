import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { IS_PERSON, readRows } from '../../pieces/read-rows';
import { listed } from '../../pieces/words';
import { check, type Check } from './check';

const MANY = 5;

/** Whether there is more than one admin, and not too many of them. */
export async function checkAdmins(): Promise<Check> {
  const rows = await readRows(
    z.object({ email: z.string() }),
    Prisma.sql`SELECT email FROM users AS u WHERE role = 'admin' AND disabled_at IS NULL AND ${IS_PERSON} ORDER BY email`,
  );
  const names = listed(rows.map(({ email }) => email), MANY);
  if (rows.length === 0) return check('Admins', 'failed', 'Nobody is admin, so nobody can change accounts.');
  if (rows.length === 1) return check('Admins', 'warning', `Only ${names} is admin. Make somebody else admin too, for when that one is away.`);
  if (rows.length > MANY) return check('Admins', 'warning', `${rows.length} people are admins: ${names}. Take the role from those who do not need it.`);
  return check('Admins', 'ok', `${rows.length} people are admins: ${names}.`);
}
