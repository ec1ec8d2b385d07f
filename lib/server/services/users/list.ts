import 'server-only';
import type { Account } from '@/lib/protocol/answers';
import { NOBODY_SIGNS_IN } from '@/lib/server/auth/own-accounts';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { accountToWire } from './to-wire';

/** All accounts of people, by name. Throws AppError forbidden. */
export async function listUsers(ctx: Context): Promise<Account[]> {
  authorise(ctx, 'users.manage');
  const rows = await db().user.findMany({ where: { NOT: { passwordHash: NOBODY_SIGNS_IN, disabledAt: { not: null } } }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  return rows.map(accountToWire);
}
