/**
 * Makes an account or gives one a new password, without asking anybody: whoever can run this owns the database.
 * `npm run admin -- create <e-mail>`, `npm run admin -- reset <e-mail>`. Exit code 1 with a sentence on failure.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAccountSchema } from '@/lib/protocol/account';
import { readSettings } from '../bootstrap/settings.mjs';
import type { StartSettings } from '../bootstrap/settings.mjs';
import { messageOf, PlainError } from '../plain-error';
import { generateDatabaseClient } from '../start/generate';
import { keptSecrets } from '../start/secrets';
import { webEnvironment } from '../start/web-environment';
import { askPassword, type ChosenPassword } from './ask-password';
import { openDatabase } from './open-database';
import { readArguments, type AdminCommand } from './read-arguments';

/** Nothing is signed here, but the server's settings ask for it. */
const UNUSED = 'not-used-by-the-admin-command';

try {
  const command = readArguments(process.argv.slice(2));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readSettings({ ...process.env, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || UNUSED }, process.cwd(), false);
  if ('problem' in read) throw new PlainError(read.problem);
  console.log(await run(command, read.settings));
  process.exit(0);
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}

async function run(command: AdminCommand, settings: StartSettings): Promise<string> {
  generateDatabaseClient(settings.projectDir);
  const chosen = await askPassword();
  const database = await openDatabase(settings);
  try {
    takeSettings(settings, database.url);
    return command.verb === 'create' ? await create(command, chosen) : await reset(command.email, chosen);
  } finally {
    await (await import('@/lib/server/db/client')).closeDb();
    await database.close();
  }
}

async function create({ email, name, role }: Extract<AdminCommand, { verb: 'create' }>, chosen: ChosenPassword): Promise<string> {
  const account = newAccountSchema.safeParse({ email, role, name: name ?? email.split('@')[0], password: chosen.password });
  if (!account.success) throw new PlainError(account.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const { makeAccount } = await import('@/lib/server/services/users/make');
  const { COMMAND_LINE } = await import('@/lib/server/audit/record');
  const made = await makeAccount(COMMAND_LINE, account.data).catch((error: unknown) => {
    throw isConflict(error) ? new PlainError(`There is an account ${email} already. To give it a new password: npm run admin -- reset ${email}`) : error;
  });
  return told(`Made the account ${made.email} (${made.role}).`, chosen);
}

async function reset(email: string, chosen: ChosenPassword): Promise<string> {
  const { resetAccount } = await import('@/lib/server/services/users/reset');
  const { COMMAND_LINE } = await import('@/lib/server/audit/record');
  const account = await resetAccount(COMMAND_LINE, email, chosen.password);
  return told(`The account ${account.email} (${account.role}) has a new password and is enabled; what it had open has ended.`, chosen);
}

function told(words: string, { password, made }: ChosenPassword): string {
  return made ? `${words}\nPassword: ${password}\nIt is shown only now.` : words;
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'conflict';
}

/** The settings that the server's modules read when they are first used. */
function takeSettings(settings: StartSettings, databaseUrl: string): void {
  const portFile = join(settings.dataDir, 'redis/port');
  // Where the board does not run, what is told waits in the database for its next start.
  const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').trim() : '1';
  const redis = settings.upstash ?? { url: `http://127.0.0.1:${port}`, token: settings.redisToken ?? (existsSync(join(settings.dataDir, 'secrets.json')) ? keptSecrets(settings.dataDir).redisToken : UNUSED) };
  const secrets = { nextAuthSecret: UNUSED, redisToken: UNUSED, cronSecret: UNUSED };
  Object.assign(process.env, webEnvironment({ settings, secrets, databaseUrl, redis, distDir: settings.distDir, env: process.env }));
}
