import { getToken, type GetTokenParams } from 'next-auth/jwt';
import { z } from 'zod';
import type { Viewer } from '@/lib/protocol/audience';
import type { SessionRegistry } from './session-registry';

/**
 * What Watchroom keeps in the session token, beside what next-auth puts there. `sv`: the session version; `sid`: which
 * sign-in this is, kept when the token is renewed; `at`: when that was, in seconds since the epoch, as `exp`.
 */
const sessionTokenSchema = z.object({ sub: z.string().min(1), sv: z.int(), sid: z.string().min(1).max(64), at: z.number(), exp: z.number() });
export type SessionToken = z.infer<typeof sessionTokenSchema>;

/** Who is asking, and until when (milliseconds since the epoch) the sign-in holds. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly sessionVersion: number;
  readonly sessionId: string;
  readonly expiresAt: number;
}

/** The request as next-auth reads it. */
export type TokenRequest = GetTokenParams['req'];

/** Settings of the session cookie. */
export interface TokenSettings {
  readonly authSecret: string;
  readonly secureCookie: boolean;
  /** How long after signing in a token holds at the most, however often it was renewed; milliseconds. */
  readonly sessionMaxAgeMs: number;
}

/** The name of the session cookie. */
export function sessionCookieName(secureCookie: boolean): string {
  return `${secureCookie ? '__Secure-' : ''}next-auth.session-token`;
}

/** Reads the session token of a request, from its cookie or its bearer header. Null when there is none that holds. */
export async function readSessionToken(req: TokenRequest, settings: TokenSettings): Promise<SessionToken | null> {
  const { authSecret, secureCookie } = settings;
  const cookieName = sessionCookieName(secureCookie);
  const parsed = sessionTokenSchema.safeParse(await getToken({ req, secret: authSecret, secureCookie, cookieName }));
  return parsed.success && holdsUntil(parsed.data, settings) > Date.now() ? parsed.data : null;
}

/** A token as it came to next-auth, already opened with the secret; null when it is none of ours. */
export function asSessionToken(token: unknown): SessionToken | null {
  return sessionTokenSchema.safeParse(token).data ?? null;
}

/** When the sign-in behind a token ends by its age, in milliseconds since the epoch. */
export function holdsUntil({ at, exp }: SessionToken, { sessionMaxAgeMs }: TokenSettings): number {
  return Math.min(exp * 1_000, at * 1_000 + sessionMaxAgeMs);
}

/**
 * Checks a token against the account as it is now, not as it was when the token was made.
 * Null: not signed in any more. Throws when the registry cannot say.
 */
export async function checkSession(req: TokenRequest, settings: TokenSettings, registry: SessionRegistry): Promise<SignedIn | null> {
  const token = await readSessionToken(req, settings);
  if (!token) return null;
  const account = await registry.account(token.sub);
  if (!account?.role || account.sessionVersion !== token.sv || registry.hasEnded(token.sid)) return null;
  return { viewer: { userId: token.sub, role: account.role }, sessionVersion: token.sv, sessionId: token.sid, expiresAt: holdsUntil(token, settings) };
}
