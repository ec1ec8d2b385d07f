import 'server-only';
import type { Me } from '@/lib/protocol/answers';
import { roleSchema } from '@/lib/protocol/permissions';
import { readSessionToken, type TokenRequest } from '@/lib/realtime/session-check';
import { db } from '../db/client';
import { serverSettings } from '../env';

/**
 * Who is signed in, as the database knows them now. Null when nobody is, or the account was disabled or
 * changed since the token was made. Throws when the database cannot be asked.
 */
export async function currentUser(req: TokenRequest): Promise<Me | null> {
  const token = await readSessionToken(req, serverSettings());
  if (!token) return null;
  const user = await db().user.findUnique({ where: { id: token.sub } });
  if (!user || user.disabledAt || user.sessionVersion !== token.sv) return null;
  return { id: user.id, name: user.name, email: user.email, role: roleSchema.parse(user.role) };
}
