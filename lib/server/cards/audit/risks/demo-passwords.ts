import 'server-only';
import { db } from '@/lib/server/db/client';
import { passwordFits } from '@/lib/server/auth/password';
import { DEMO_PASSWORD, DEMO_USERS } from '@/prisma/seed-data';
import { counted, listed } from '../../pieces/words';
import { check, type Check } from './check';

/** Whether anybody can sign in as a demo account with the password that everybody can read. */
export async function checkDemoPasswords(): Promise<Check> {
  const users = await db().user.findMany({
    where: { email: { in: DEMO_USERS.map(({ email }) => email) }, disabledAt: null, passwordHash: { not: 'none' } },
    orderBy: { email: 'asc' },
    select: { email: true, passwordHash: true },
  });
  if (users.length === 0) return check('Demo accounts', 'ok', 'There are no demo accounts that anybody could sign in with.');
  // Accounts that were made together share their hash, and looking at one is dear.
  const hashes = [...new Set(users.map(({ passwordHash }) => passwordHash))];
  const fits = await Promise.all(hashes.map((hash) => passwordFits(hash, DEMO_PASSWORD)));
  const open = users.filter(({ passwordHash }) => fits[hashes.indexOf(passwordHash)]);
  if (open.length === 0) return check('Demo accounts', 'ok', `${counted(users.length, 'demo account')} with a password of their own.`);
  return check('Demo accounts', 'failed', `${counted(open.length, 'demo account')} with the published password: ${listed(open.map(({ email }) => email))}. Disable them before real work.`);
}
