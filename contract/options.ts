import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD, DEMO_USERS } from '@/prisma/seed-data';
import { messageOf, PlainError } from '@/local/plain-error';
import type { Account } from './sign-in';

/** Below, too few events come to be counted; above, the instance ends the stream by itself. */
const LEAST_SECONDS = 10;
const MOST_SECONDS = 240;
const USAGE = 'npm run contract -- <address of the instance> [--seconds 30] [--out <folder>] [--email <address>] [--password <password>]';

/** What to run. `baseUrl` has no slash at its end. */
export interface Options {
  readonly baseUrl: string;
  readonly account: Account;
  readonly seconds: number;
  readonly outDir: string;
}

/** Reads the command line. Throws PlainError with one line that says what is wrong. */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>, now: Date): Options {
  const { values, positionals } = parse(args);
  const [url, ...rest] = positionals;
  if (url === undefined || rest.length > 0) throw new PlainError(`Say which instance to check: ${USAGE}`);
  const email = values.email ?? env.WATCHROOM_EMAIL;
  const password = values.password ?? env.WATCHROOM_PASSWORD;
  if ((email === undefined) !== (password === undefined)) throw new PlainError('An address and a password belong together. Give both, or neither for the demo account.');
  const seconds = Number(values.seconds ?? '30');
  if (!Number.isInteger(seconds) || seconds < LEAST_SECONDS || seconds > MOST_SECONDS) throw new PlainError(`--seconds is a whole number from ${LEAST_SECONDS} to ${MOST_SECONDS}.`);
  return {
    baseUrl: baseUrlOf(url),
    account: email === undefined || password === undefined ? { email: DEMO_USERS.find(({ role }) => role === 'admin')?.email ?? '', password: DEMO_PASSWORD, isDemo: true } : { email, password, isDemo: false },
    seconds,
    outDir: values.out ?? join('contract-evidence', now.toISOString().replace(/[:.]/g, '-')),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { email: text, password: text, out: text, seconds: text } });
  } catch (error) {
    throw new PlainError(`${messageOf(error).split('\n')[0]?.replace(/\.?$/, '.')} Use: ${USAGE}`);
  }
}

/** The address of an instance without a slash at its end. Throws PlainError for what is none, or holds a password. */
export function baseUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new PlainError('The address of the instance begins with http:// or https://.');
  if (url.username !== '' || url.password !== '') throw new PlainError('The address must not hold a user name or a password. Use WATCHROOM_EMAIL and WATCHROOM_PASSWORD.');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
