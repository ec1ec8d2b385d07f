import 'server-only';
import type { Account } from '@/lib/protocol/answers';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import { hashPassword } from '@/lib/server/auth/password';
import { NOBODY_SIGNS_IN } from '@/lib/server/auth/own-accounts';
import { db } from '@/lib/server/db/client';
import { AppError, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { accountToWire } from './to-wire';

/**
 * Gives an account a new password and enables it; everything it has open ends. For the command line, which asks nobody.
 * Throws AppError not_found, not_allowed_now (an account of the board's own).
 */
export async function resetAccount(by: AuditActor, email: string, password: string): Promise<Account> {
  const passwordHash = await hashPassword(password);
  const row = await db().$transaction(async (tx) => {
    const before = await tx.user.findUnique({ where: { email } });
    if (!before) throw notFound('This account');
    if (before.passwordHash === NOBODY_SIGNS_IN) throw new AppError('not_allowed_now', 'This account is the board’s own; nobody signs in with it.');
    const after = await tx.user.update({ where: { id: before.id }, data: { passwordHash, disabledAt: null, sessionVersion: { increment: 1 } } });
    await emit(tx, 'session.revoked', { userId: after.id, sessionVersion: after.sessionVersion, role: roleSchema.parse(after.role) }, [{ permission: 'users.manage' }]);
    await recordAudit(tx, by, {
      category: 'users',
      action: 'user.reset',
      targetType: 'user',
      targetId: after.id,
      summary: `Gave the account ${after.email} a new password`,
      before: { disabled: Boolean(before.disabledAt) },
      after: { disabled: false },
    });
    return after;
  });
  await relayAfterCommit();
  return accountToWire(row);
}
