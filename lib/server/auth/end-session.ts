import 'server-only';
import { asSessionToken, holdsUntil } from '@/lib/realtime/session-check';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit } from '../audit/record';
import { db } from '../db/client';
import { serverSettings } from '../env';
import { emit } from '../outbox/emit';
import { relayAfterCommit } from '../relay/request-relay';
import type { SignInSource } from './verify-credentials';

/**
 * Ends the sign-in behind a token on the server: no copy of it holds any more, and its streams end on every instance.
 * A token that holds no more, or is none of ours, changes nothing. Throws when the database cannot be asked.
 */
export async function endSession(token: unknown, source: SignInSource): Promise<void> {
  const session = asSessionToken(token);
  if (!session) return;
  const until = new Date(holdsUntil(session, serverSettings()));
  if (until.getTime() <= Date.now()) return;
  await db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: session.sub } });
    if (!user) return;
    await tx.endedSession.deleteMany({ where: { until: { lt: new Date() } } });
    const { count } = await tx.endedSession.createMany({ data: { id: session.sid, userId: user.id, until }, skipDuplicates: true });
    if (count === 0) return;
    await emit(tx, 'session.ended', { userId: user.id, sessionId: session.sid, until: until.toISOString() }, [{ permission: 'users.manage' }]);
    const actor = { id: user.id, name: user.name, email: user.email, role: roleSchema.parse(user.role) };
    await recordAudit(tx, { actor, ...source }, { category: 'sign-in', action: 'sign-out', targetType: 'user', targetId: user.id, summary: `Signed out: ${user.email}` });
  });
  await relayAfterCommit();
}
