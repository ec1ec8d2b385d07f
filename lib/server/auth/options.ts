import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { logError } from '@/lib/core/log';
import { ownValue } from '@/lib/core/own-value';
import { safePath } from '@/lib/core/safe-path';
import { sessionCookieName } from '@/lib/realtime/session-check';
import { serverSettings } from '../env';
import { clientAddress } from '../http/client-address';
import { verifyCredentials } from './verify-credentials';

// The token is renewed whenever a page asks for its session, up to the age that SESSION_MAX_AGE_HOURS sets.
const MAX_AGE_SECONDS = 30 * 24 * 3_600;

interface AuthInput {
  /**
   * A name for next-auth's cookie with the callback address, which nobody can know: it answers 500 to one that it cannot
   * read, and the address comes with each request anyway.
   */
  readonly unusedCookie: string;
  /** Ends the sign-in behind an opened token. */
  readonly onSignOut: (token: unknown) => Promise<void>;
}

/** How next-auth signs people in and out here. Throws SettingsError when a setting is missing. */
export function authOptions({ unusedCookie, onSignOut }: AuthInput): NextAuthOptions {
  const { authSecret, secureCookie } = serverSettings();
  return {
    secret: authSecret,
    useSecureCookies: secureCookie,
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    // The session's age does not reach the token by itself.
    jwt: { maxAge: MAX_AGE_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      callbackUrl: { name: unusedCookie, options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookie } },
      sessionToken: {
        name: sessionCookieName(secureCookie),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookie },
      },
    },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const user = await verifyCredentials(credentials, {
            ip: clientAddress(request.headers ?? {}),
            userAgent: headerOf(request.headers, 'user-agent'),
          });
          return user && { id: user.id, name: user.name, email: user.email, sv: user.sessionVersion };
        },
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + safePath(url, baseUrl),
      // `user` is there at sign-in only: version, session and time stay those of the sign-in for the token's whole life.
      jwt: ({ token, user }) => (user && 'sv' in user ? { ...token, sub: user.id, sv: user.sv, sid: crypto.randomUUID(), at: Math.floor(Date.now() / 1_000) } : token),
    },
    events: { signOut: ({ token }) => onSignOut(token) },
    logger: { error: (code) => logError(`Sign-in: ${code}`), warn: () => undefined, debug: () => undefined },
  };
}

function headerOf(headers: unknown, name: string): string | null {
  const value = headers instanceof Object ? ownValue(headers as Record<string, unknown>, name) : undefined;
  return typeof value === 'string' ? value : null;
}
