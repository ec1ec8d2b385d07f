import 'server-only';
import { z } from 'zod';
import { logInfo } from '@/lib/core/log';
import { roleSchema, type Role } from '@/lib/protocol/permissions';
import { recordAudit, SYSTEM } from '@/lib/server/audit/record';
import { NOBODY_SIGNS_IN } from '@/lib/server/auth/own-accounts';
import { passwordFits } from '@/lib/server/auth/password';
import { db, type Tx, type User } from '@/lib/server/db/client';
import { readSetting, writeSetting } from '@/lib/server/db/settings';
import { isDemo } from '@/lib/server/env';
import { emit } from '@/lib/server/outbox/emit';
import { DEMO_PASSWORD, DEMO_USERS } from '@/prisma/seed-data';

/** Where it is kept which accounts were closed with the demonstration. */
const CLOSED_KEY = 'demo.closed';
const closedSchema = z.array(z.string());

/** The demo accounts that anybody can sign in with, by the password that everybody can read. */
export async function openDemoAccounts(): Promise<User[]> {
  const users = await db().user.findMany({
    where: { email: { in: DEMO_USERS.map(({ email }) => email) }, disabledAt: null, passwordHash: { not: NOBODY_SIGNS_IN } },
    orderBy: { email: 'asc' },
  });
  // Accounts that were made together share their hash, and looking at one is expensive.
  const hashes = [...new Set(users.map(({ passwordHash }) => passwordHash))];
  const fits = await Promise.all(hashes.map((hash) => passwordFits(hash, DEMO_PASSWORD)));
  return users.filter(({ passwordHash }) => fits[hashes.indexOf(passwordHash)]);
}

/**
 * Disables every demo account that still has the published password and ends what it has open. One with a password of its
 * own stays: somebody made it theirs. Gives how many there were; again it gives 0.
 */
export async function closeDemoAccounts(): Promise<number> {
  const open = await openDemoAccounts();
  if (open.length === 0) return 0;
  return db().$transaction(async (tx) => {
    const closed = (await readSetting(tx, CLOSED_KEY, closedSchema)) ?? [];
    let count = 0;
    for (const { id, passwordHash } of open) {
      // Whoever was changed since the look is somebody's by now.
      const { count: changed } = await tx.user.updateMany({ where: { id, passwordHash, disabledAt: null }, data: { disabledAt: new Date(), sessionVersion: { increment: 1 } } });
      if (changed === 0) continue;
      count += 1;
      closed.push(id);
      await tell(tx, id, null, 'Disabled the demo account');
    }
    await writeSetting(tx, CLOSED_KEY, closed);
    return count;
  });
}

let ended = false;

/** The same once in the life of a process whose board is no demonstration, for starts that have not done it before. */
export async function endDemonstration(): Promise<void> {
  if (ended || isDemo()) return;
  const count = await closeDemoAccounts();
  ended = true;
  if (count > 0) logInfo(closedWords(count));
}

/** What is said about accounts that were closed. */
export function closedWords(count: number): string {
  return `${count} demo account${count === 1 ? '' : 's'} with the published password ${count === 1 ? 'was' : 'were'} disabled and signed out. An account of your own: npm run admin -- create you@example.org`;
}

/** Enables the demo accounts again that were closed with the demonstration, and no others. */
export async function reopenDemoAccounts(): Promise<void> {
  await db().$transaction(async (tx) => {
    const closed = await readSetting(tx, CLOSED_KEY, closedSchema);
    if (!closed) return;
    for (const id of closed) {
      const { count } = await tx.user.updateMany({ where: { id, disabledAt: { not: null } }, data: { disabledAt: null, sessionVersion: { increment: 1 } } });
      const row = count > 0 ? await tx.user.findUnique({ where: { id }, select: { role: true } }) : null;
      if (row) await tell(tx, id, roleSchema.parse(row.role), 'Enabled the demo account');
    }
    await tx.setting.delete({ where: { key: CLOSED_KEY } });
  });
}

async function tell(tx: Tx, id: string, role: Role | null, words: string): Promise<void> {
  const { email, sessionVersion } = await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true, sessionVersion: true } });
  await emit(tx, 'session.revoked', { userId: id, sessionVersion, role }, [{ permission: 'users.manage' }]);
  await recordAudit(tx, SYSTEM, {
    category: 'users',
    action: 'user.change',
    targetType: 'user',
    targetId: id,
    summary: `${words} ${email}`,
    before: { disabled: role !== null },
    after: { disabled: role === null },
  });
}
