import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { sessionCookieName } from '@/lib/realtime/session-check';
import type { Board } from './board';

const HOUR_S = 3_600;

/**
 * The `cookie` header of somebody who is signed in at `board`, made with its secret: for tests that are not about signing in, which costs a
 * password hash of half a second. `agoMs`: how long ago that was. Throws when there is no such account.
 */
export async function sessionCookie(board: Board, email: string, agoMs = 0): Promise<string> {
  const [user] = await board.sql<{ id: string; name: string; session_version: number }>('SELECT id, name, session_version FROM users WHERE email = $1', [email]);
  if (!user) throw new Error(`There is no account ${email}.`);
  const token = { sub: user.id, name: user.name, email, sv: user.session_version, sid: randomUUID(), at: Math.floor((Date.now() - agoMs) / 1_000) };
  return `${sessionCookieName(false)}=${await encode({ token, secret: board.secrets.nextAuthSecret, maxAge: HOUR_S })}`;
}
