import 'server-only';
import { z } from 'zod';
import type { Me } from '@/lib/protocol/answers';
import { roleSchema } from '@/lib/protocol/permissions';
import { readSessionToken, type SessionToken, type TokenRequest } from '@/lib/realtime/session-check';
import { db } from '../db/client';
import { serverSettings } from '../env';

const rowsSchema = z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), role: roleSchema })).max(1);

/**
 * Who is signed in, as the database knows them now. Null when nobody is, the sign-in was ended or is too old, or the
 * account was disabled or changed since. Throws when the database cannot be asked.
 */
export async function currentUser(req: TokenRequest): Promise<Me | null> {
  const token = await readSessionToken(req, serverSettings());
  return token && userOfToken(token);
}

/** The same for a token that was read already. */
export async function userOfToken(token: SessionToken): Promise<Me | null> {
  const rows = await db().$queryRaw`
    SELECT id, name, email, role FROM users
    WHERE id = ${token.sub} AND disabled_at IS NULL AND session_version = ${token.sv}
      AND NOT EXISTS (SELECT 1 FROM ended_sessions WHERE ended_sessions.id = ${token.sid})`;
  return rowsSchema.parse(rows)[0] ?? null;
}
