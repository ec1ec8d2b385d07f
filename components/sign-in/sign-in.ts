import { getCsrfToken } from 'next-auth/react';

const SOMEWHERE = 'http://watchroom.invalid';

/** How a sign-in ended. `waitSeconds`: too many attempts; none is looked at before. */
export type SignInOutcome = 'signed_in' | 'wrong' | 'unavailable' | 'unreachable' | { readonly waitSeconds: number };

/**
 * Signs in with e-mail and password. Never leaves the page and never throws.
 * The library's own `signIn` sends the browser to an error page when the server cannot be reached,
 * and with it goes what was typed; hence the request is made here.
 */
export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  try {
    const csrfToken = await getCsrfToken();
    if (!csrfToken) return 'unreachable';
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
    });
    return outcomeOf(response.status, await response.json());
  } catch {
    return 'unreachable';
  }
}

/** Reads the library's answer: it puts the error into the query of the address that it would go to. */
export function outcomeOf(status: number, body: unknown): SignInOutcome {
  const address = typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string' ? body.url : '';
  const error = URL.canParse(address, SOMEWHERE) ? new URL(address, SOMEWHERE).searchParams.get('error') : null;
  const waitSeconds = /^rate_limited:(\d+)$/.exec(error ?? '')?.[1];
  if (waitSeconds !== undefined) return { waitSeconds: Number(waitSeconds) };
  if (error === 'unavailable') return error;
  if (error === 'CredentialsSignin' || status === 401) return 'wrong';
  return error || status >= 400 ? 'unavailable' : 'signed_in';
}
