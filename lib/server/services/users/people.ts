import 'server-only';
import { NOBODY_SIGNS_IN } from '@/lib/server/auth/own-accounts';
import { db, type Tx } from '@/lib/server/db/client';

/** Whether anybody can sign in: an account that is not disabled, and not one of the board's own. */
export async function hasPeople(tx: Pick<Tx, 'user'> = db()): Promise<boolean> {
  return (await tx.user.findFirst({ where: { disabledAt: null, passwordHash: { not: NOBODY_SIGNS_IN } }, select: { id: true } })) !== null;
}
