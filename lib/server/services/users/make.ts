import 'server-only';
import type { Account } from '@/lib/protocol/answers';
import { newAccountSchema, type NewAccount } from '@/lib/protocol/account';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import { hashPassword } from '@/lib/server/auth/password';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx, type User } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { accountToWire } from './to-wire';

/** Makes an account. Throws AppError forbidden, invalid, conflict (there is one with this e-mail). */
export async function makeUser(ctx: Context, input: unknown): Promise<Account> {
  authorise(ctx, 'users.manage');
  const parsed = newAccountSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  return makeAccount(ctx, parsed.data);
}

/** The same by the command line, which asks nobody. Throws AppError conflict. */
export async function makeAccount(by: AuditActor, { password, ...account }: NewAccount): Promise<Account> {
  const passwordHash = await hashPassword(password);
  const row = await db().$transaction((tx) => makeAccountIn(tx, by, { ...account, passwordHash })).catch(refuseTaken);
  await relayAfterCommit();
  return accountToWire(row);
}

/** Makes an account within a transaction. Throws a violation of uniqueness, see `refuseTaken`. */
export async function makeAccountIn(tx: Tx, by: AuditActor, account: Omit<NewAccount, 'password'> & { readonly passwordHash: string }): Promise<User> {
  const row = await tx.user.create({ data: { id: crypto.randomUUID(), ...account } });
  // Streams go by the list of accounts in Redis; this is how it learns of one.
  await emit(tx, 'session.revoked', { userId: row.id, sessionVersion: row.sessionVersion, role: account.role }, [{ permission: 'users.manage' }]);
  await recordAudit(tx, by, {
    category: 'users',
    action: 'user.create',
    targetType: 'user',
    targetId: row.id,
    summary: `Made the account ${row.email}`,
    after: { email: row.email, name: row.name, role: row.role },
  });
  return row;
}

/** An account whose e-mail is taken, as a refusal; what else went wrong is thrown as it is. */
export function refuseTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new AppError('conflict', 'There is an account with this e-mail already. Enable it, or choose another e-mail.');
}
