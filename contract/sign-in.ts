import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { PlainError } from '@/local/plain-error';
import { ask } from './ask';

const csrfSchema = z.object({ csrfToken: z.string() });

/** Who to sign in as. */
export interface Account {
  readonly email: string;
  readonly password: string;
  /** Nobody named it: it is the account that demonstrations have. */
  readonly isDemo: boolean;
}

/** Signs in as a browser does and gives the `cookie` header to send from then on. Throws PlainError when it cannot. */
export async function signIn(baseUrl: string, { email, password, isDemo }: Account): Promise<string> {
  const csrf = await ask(`${baseUrl}/api/auth/csrf`);
  if (csrf.status === 0) throw new PlainError(`${baseUrl} does not answer (${csrf.failure}). Start the instance, or correct the address.`);
  const token = csrfSchema.safeParse(parseJson(csrf.text)).data?.csrfToken;
  if (token === undefined) throw new PlainError(`${baseUrl}/api/auth/csrf answered ${csrf.status} and is no Watchroom. Correct the address.`);
  const form = new URLSearchParams({ csrfToken: token, email, password, json: 'true' });
  const answer = await ask(`${baseUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(csrf), origin: new URL(baseUrl).origin },
    body: form.toString(),
  });
  const cookie = cookiesOf(answer);
  if (/session-token(\.\d+)?=/.test(cookie)) return cookie;
  throw new PlainError(
    isDemo
      ? 'This instance has no demo accounts. Say who you are: WATCHROOM_EMAIL and WATCHROOM_PASSWORD, or --email and --password.'
      : `${email} could not sign in (${answer.status || answer.failure}). Correct the address or the password.`,
  );
}

function cookiesOf({ cookies }: { readonly cookies: readonly string[] }): string {
  return cookies.map((line) => line.split(';')[0]).join('; ');
}
