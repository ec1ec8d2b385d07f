import { getCsrfToken } from 'next-auth/react';

/** How a sign-in ended. */
export type SignInOutcome = 'signed_in' | 'wrong' | 'rate_limited' | 'unavailable' | 'unreachable';

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
  const error = URL.parse(address, 'http://watchroom.invalid')?.searchParams.get('error');
  if (error === 'rate_limited' || error === 'unavailable') return error;
  if (error === 'CredentialsSignin' || status === 401) return 'wrong';
  return error || status >= 400 ? 'unavailable' : 'signed_in';
}
