import { FIRST_RUN_KEY, hashFirstRunToken, makeFirstRunToken } from '@/lib/server/auth/first-run-token';
import { DEMO_USERS } from '@/prisma/seed-data';
import { withClient } from '../migrate/with-client';
import { PlainError } from '../plain-error';
import { startNodeChild } from '../process/node-child';

/** Who may sign in, as the database says. */
export interface AccountsThere {
  /** Accounts that people made. */
  readonly people: number;
  /** Accounts of the demonstration that are enabled. */
  readonly demo: number;
}

/** Counts the accounts that anybody can sign in with; the board's own are none. */
export async function countAccounts(databaseUrl: string): Promise<AccountsThere> {
  const emails = DEMO_USERS.map(({ email }) => email);
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ people: number; demo: number }>(
      `SELECT count(*) FILTER (WHERE email <> ALL ($1))::int AS people, count(*) FILTER (WHERE email = ANY ($1))::int AS demo
       FROM users WHERE disabled_at IS NULL AND password_hash <> 'none'`,
      [emails],
    );
    return rows[0] ?? { people: 0, demo: 0 };
  });
}

/** What {@link closeDemo} takes. */
export interface CloseDemoInput {
  projectDir: string;
  /** The environment of the web server. */
  env: NodeJS.ProcessEnv;
  logFile: string;
}

/** Disables the demo accounts that still have the published password. Gives the sentence about it, or null. Throws a {@link PlainError}. */
export async function closeDemo({ projectDir, env, logFile }: CloseDemoInput): Promise<string | null> {
  const child = startNodeChild({ args: ['--conditions=react-server', '--import', 'tsx', 'local/admin/close-demo.ts'], cwd: projectDir, env, logFile });
  const how = await child.exited;
  const words = child.lastLines().findLast((line) => line.trim() && !/^\s/.test(line)) ?? null;
  if (how === 'ended with code 0') return words;
  throw new PlainError(`The demo accounts could not be closed (${how}): ${words ?? 'no reason given'}. The log is ${logFile}.`);
}

/** Makes a new token for the page of the first admin, in place of any older one, while nobody can sign in; null when somebody can. */
export async function offerFirstRun(databaseUrl: string): Promise<string | null> {
  const { people, demo } = await countAccounts(databaseUrl);
  return withClient(databaseUrl, async (client) => {
    if (people + demo > 0) {
      await client.query('DELETE FROM settings WHERE key = $1', [FIRST_RUN_KEY]);
      return null;
    }
    const token = makeFirstRunToken();
    await client.query(
      `INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, now()) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [FIRST_RUN_KEY, JSON.stringify({ hash: hashFirstRunToken(token) })],
    );
    return token;
  });
}
