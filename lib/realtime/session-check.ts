import { getToken, type GetTokenParams } from 'next-auth/jwt';
import { z } from 'zod';
import type { Viewer } from '@/lib/protocol/audience';
import type { SessionRegistry } from './session-registry';

/** What Watchroom keeps in the session token, beside what next-auth puts there. `sv`: the session version. */
export const sessionTokenSchema = z.object({ sub: z.string().min(1), sv: z.int(), exp: z.number() });

/** Who is asking, and until when (milliseconds since the epoch) the sign-in holds. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly sessionVersion: number;
  readonly expiresAt: number;
}

/** The request as next-auth reads it. */
export type TokenRequest = GetTokenParams['req'];

/** Settings of the session cookie. */
export interface TokenSettings {
  readonly authSecret: string;
  readonly secureCookie: boolean;
}

/** The name of the session cookie. */
export function sessionCookieName(secureCookie: boolean): string {
  return `${secureCookie ? '__Secure-' : ''}next-auth.session-token`;
}

/** Reads the session token of a request, from its cookie or its bearer header. Null when there is none that holds. */
export async function readSessionToken(req: TokenRequest, { authSecret, secureCookie }: TokenSettings) {
  const cookieName = sessionCookieName(secureCookie);
  const token = await getToken({ req, secret: authSecret, secureCookie, cookieName });
  const parsed = sessionTokenSchema.safeParse(token);
  if (!parsed.success || parsed.data.exp * 1_000 <= Date.now()) return null;
  return parsed.data;
}

/**
 * Checks a token against the account as it is now, not as it was when the token was made.
 * Null: not signed in any more. Throws when the registry cannot say.
 */
export async function checkSession(req: TokenRequest, settings: TokenSettings, registry: SessionRegistry): Promise<SignedIn | null> {
  const token = await readSessionToken(req, settings);
  if (!token) return null;
  const account = await registry.account(token.sub);
  if (!account?.role || account.sessionVersion !== token.sv) return null;
  return { viewer: { userId: token.sub, role: account.role }, sessionVersion: token.sv, expiresAt: token.exp * 1_000 };
}
