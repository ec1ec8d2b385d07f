import { z } from 'zod';
import { DEMO_PASSWORD } from '@/prisma/seed-data';
import { request, type Answer } from './request';

const csrfSchema = z.object({ csrfToken: z.string() });

/**
 * Signs in as a browser does (CSRF token, then the form) and gives the `cookie` header to send from then on.
 * Throws when no session came of it. `more` headers go out with the form.
 */
export async function signIn(baseUrl: string, email: string, password = DEMO_PASSWORD, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { csrfToken, cookie: csrfCookie } = await readCsrf(baseUrl);
  const form = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  const answer = await request(`${baseUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: csrfCookie, origin: baseUrl, ...more },
    body: form.toString(),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes('session-token=')) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text.slice(0, 200)}`);
  return cookie;
}

/** The token that a form to the sign-in library must bear, and the cookie that belongs to it. `headers` go out with the request. */
export async function readCsrf(baseUrl: string, headers: Readonly<Record<string, string>> = {}): Promise<{ csrfToken: string; cookie: string }> {
  const answer = await request(`${baseUrl}/api/auth/csrf`, { headers });
  return { ...csrfSchema.parse(answer.json()), cookie: cookiesOf(answer) };
}

function cookiesOf(answer: Answer): string {
  return (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
}
