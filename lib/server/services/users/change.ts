import 'server-only';
import type { Account } from '@/lib/protocol/answers';
import { changeAccountSchema, type ChangeAccount } from '@/lib/protocol/account';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit } from '@/lib/server/audit/record';
import { NOBODY_SIGNS_IN } from '@/lib/server/auth/own-accounts';
import { hashPassword } from '@/lib/server/auth/password';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx, type User } from '@/lib/server/db/client';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { accountToWire } from './to-wire';

/**
 * Gives an account another role or password, or disables or enables it. What it has open ends at once: its session version
 * grows, and the event that says so closes its streams on every instance.
 * @throws AppError forbidden, invalid, not_found, not_allowed_now (oneself, or the last admin)
 */
export async function changeUser(ctx: Context, input: unknown): Promise<Account> {
  authorise(ctx, 'users.manage');
  const parsed = changeAccountSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { password } = parsed.data;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const row = await db().$transaction((tx) => change(tx, ctx, parsed.data, passwordHash));
  await relayAfterCommit();
  return accountToWire(row);
}

async function change(tx: Tx, ctx: Context, { id, password: _password, ...input }: ChangeAccount, passwordHash: string | null): Promise<User> {
  // All admins are held, so that two admins cannot take the role from each other at the same moment.
  await tx.$queryRaw`SELECT id FROM users WHERE role = 'admin' OR id = ${id} ORDER BY id FOR UPDATE`;
  const before = await tx.user.findUnique({ where: { id } });
  if (!before) throw notFound('This account');
  const role = input.role ?? roleSchema.parse(before.role);
  const disabledAt = input.disabled === undefined ? before.disabledAt : input.disabled ? (before.disabledAt ?? new Date()) : null;
  const isSame = role === before.role && disabledAt === before.disabledAt;
  if (isSame && passwordHash === null) return before;
  if (passwordHash !== null && before.passwordHash === NOBODY_SIGNS_IN) throw new AppError('not_allowed_now', 'This account is the board’s own; nobody signs in with it.');
  if (before.id === ctx.actor.id && !isSame) throw new AppError('not_allowed_now', 'You cannot change your own role or disable yourself. Ask another admin.');
  if (before.role === 'admin' && (role !== 'admin' || disabledAt)) await keepOneAdmin(tx, before.id);
  const after = await tx.user.update({ where: { id: before.id }, data: { role, disabledAt, ...(passwordHash === null ? {} : { passwordHash }), sessionVersion: { increment: 1 } } });
  const live = disabledAt ? null : role;
  await emit(
    tx,
    'session.revoked',
    { userId: after.id, sessionVersion: after.sessionVersion, role: live },
    [{ permission: 'users.manage' }],
  );
  await recordAudit(tx, ctx, {
    category: 'users',
    action: 'user.change',
    targetType: 'user',
    targetId: after.id,
    summary: passwordHash === null ? `Changed the account ${after.email}` : `Gave the account ${after.email} a new password`,
    before: { role: before.role, disabled: Boolean(before.disabledAt) },
    after: { role, disabled: Boolean(disabledAt) },
  });
  return after;
}

async function keepOneAdmin(tx: Tx, leavingId: string): Promise<void> {
  const others = await tx.user.count({ where: { role: 'admin', disabledAt: null, id: { not: leavingId } } });
  if (others === 0) throw new AppError('not_allowed_now', 'This is the last admin. Make somebody else admin first.');
}
