import 'server-only';
import { z } from 'zod';
import { firstAdminSchema } from '@/lib/protocol/account';
import { recordAudit } from '@/lib/server/audit/record';
import { FIRST_RUN_KEY, isFirstRunToken } from '@/lib/server/auth/first-run-token';
import { hashPassword } from '@/lib/server/auth/password';
import type { SignInSource } from '@/lib/server/auth/verify-credentials';
import { db, type Tx } from '@/lib/server/db/client';
import { readSetting } from '@/lib/server/db/settings';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { makeAccountIn, refuseTaken } from './make';
import { hasPeople } from './people';

const keptSchema = z.object({ hash: z.string() });

/**
 * Makes the first admin of a board that nobody can sign in at, for whoever has the token that the start has printed.
 * The token works once.
 * @throws AppError not_found (somebody can sign in), forbidden (another token), invalid, conflict (the e-mail of a disabled account)
 */
export async function makeFirstAdmin(source: SignInSource, input: unknown): Promise<{ email: string }> {
  if (await hasPeople()) throw notFound('This page');
  const parsed = firstAdminSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { token, password, ...account } = parsed.data;
  // Before the password is hashed, which is expensive.
  await demandToken(db(), token);
  const passwordHash = await hashPassword(password);
  const email = await db().$transaction(async (tx) => {
    // Held until the end: of two with the same token at once, the second finds it gone.
    await tx.$queryRaw`SELECT key FROM settings WHERE key = ${FIRST_RUN_KEY} FOR UPDATE`;
    if (await hasPeople(tx)) throw notFound('This page');
    await demandToken(tx, token);
    await tx.setting.delete({ where: { key: FIRST_RUN_KEY } });
    const by = { actor: { name: account.name }, ...source };
    const user = await makeAccountIn(tx, by, { ...account, role: 'admin', passwordHash });
    await recordAudit(tx, by, { category: 'users', action: 'user.first', targetType: 'user', targetId: user.id, summary: `The first admin, by the token of the start: ${user.email}` });
    return user.email;
  }).catch(refuseTaken);
  await relayAfterCommit();
  return { email };
}

async function demandToken(tx: Pick<Tx, 'setting'>, token: string): Promise<void> {
  const kept = await readSetting(tx, FIRST_RUN_KEY, keptSchema);
  if (kept && isFirstRunToken(token, kept.hash)) return;
  const message = 'This is not the token. Copy it from what the newest start of Watchroom has printed, or start it again for another.';
  throw new AppError('forbidden', message, { details: [{ path: 'token', message }] });
}
