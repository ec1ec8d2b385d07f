import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Progress } from '../bootstrap/progress.mjs';
import type { StartSettings } from '../bootstrap/settings.mjs';
import { grantToAccount, makeAppAccount, unprotectedTables } from '../migrate/app-account';
import { migrate } from '../migrate/migrate';
import { keepRunning } from '../process/keep-running';
import type { Part } from '../process/part';
import { createShutdown, type Shutdown } from '../process/shutdown';
import { PlainError } from '../plain-error';
import { closeDemo, countAccounts, offerFirstRun } from './accounts';
import { banner } from './banner';
import { build, needsBuild } from './build';
import { reportDefect } from './defect';
import { checkExternalRedis } from './external-redis';
import { generateDatabaseClient } from './generate';
import { startPostgresPart } from './postgres-part';
import { startRedisPart } from './redis-part';
import { lockDataFolder } from './run-lock';
import { keptSecrets, type Secrets } from './secrets';
import { seed } from './seed';
import { onStopSignal } from './stop-signals';
import { webEnvironment } from './web-environment';
import { startWebPart } from './web-part';

/** What the steps of a start share. */
interface Context {
  settings: StartSettings;
  progress: Progress;
  shutdown: Shutdown;
  secrets: Secrets;
  logs: string;
}

/**
 * Brings Watchroom up and keeps it up until a stop signal, then ends what it started: the web server, Redis,
 * PostgreSQL, in that order. Rejects, after ending what had begun, with a {@link PlainError} when it cannot start.
 */
export async function start(settings: StartSettings, progress: Progress): Promise<void> {
  const shutdown = createShutdown(progress.line);
  const logs = join(settings.dataDir, 'logs');
  onStopSignal(() => void stop(shutdown, progress), () => progress.line('Still stopping: open streams are told first, then everything is written.'));
  // A rejection that nobody awaited ends here too; the parts must not outlive it.
  process.once('uncaughtException', (error) => {
    progress.line(reportDefect(error, logs).message);
    void shutdown.run().then(() => process.exit(1));
  });
  try {
    const lock = lockDataFolder(settings.dataDir, settings.port);
    shutdown.add(() => lock.release());
    // PostgreSQL may run as another account and has to pass through; the files inside are for ours only.
    if (process.getuid?.() === 0) chmodSync(settings.dataDir, 0o755);
    progress.line(await bringUp({ settings, progress, shutdown, secrets: keptSecrets(settings.dataDir), logs }));
  } catch (error) {
    // Ended on purpose in the middle of a start, so whatever failed is a consequence.
    if (shutdown.begun) return;
    await shutdown.run();
    throw error instanceof PlainError ? error : reportDefect(error, logs);
  }
}

async function stop(shutdown: Shutdown, progress: Progress): Promise<void> {
  progress.line('\nStopping …');
  await shutdown.run();
  progress.line('Stopped.');
  process.exit(0);
}

/** Gives what is printed once the board is open. */
async function bringUp(context: Context): Promise<string> {
  const { progress, secrets, logs } = context;
  const { databaseUrl, ownerUrl } = await bringUpDatabase(context);
  const accounts = await countAccounts(ownerUrl);
  // Who leaves DEMO out once must not get accounts with a public password on a board that people work with.
  const isTheirs = !context.settings.demoAsked && accounts.people > 0 && accounts.demo === 0;
  const settings = isTheirs ? { ...context.settings, demo: false } : context.settings;
  if (isTheirs && context.settings.demo) progress.line('People have accounts of their own here, so this is no demonstration. DEMO=1 makes it one.');
  const redis = await bringUpRedis(context);
  const env = (distDir: string) => webEnvironment({ settings, secrets, databaseUrl, redis, distDir, env: process.env });
  generateDatabaseClient(settings.projectDir);
  const distDir = settings.dev ? settings.distDir : await bringUpBuild(context);
  // After the build: what is under way in a demonstration is a minute old.
  if (settings.demo) {
    await progress.step('preparing the demo data', () =>
      seed({ ...settings, databaseUrl: ownerUrl, env: env(settings.distDir), logFile: join(logs, 'seed.log') }));
  } else if (accounts.demo > 0) {
    const words = await closeDemo({ ...settings, env: env(settings.distDir), logFile: join(logs, 'accounts.log') });
    if (words) progress.line(words);
  }
  const firstRunToken = settings.demo ? null : await offerFirstRun(ownerUrl);
  const onNotice = (line: string) => {
    if (line.trim()) progress.line(settings.dev ? line : `web: ${line}`);
  };
  await bringUpPart(context, 'opening the board', () =>
    startWebPart({ ...settings, env: env(distDir), logFile: join(logs, 'web.log'), onNotice }));
  return banner(settings, firstRunToken);
}

/** `databaseUrl` for the web server, `ownerUrl` for what makes and fills tables; the same where there is one account only. */
async function bringUpDatabase(context: Context): Promise<{ databaseUrl: string; ownerUrl: string }> {
  const { projectDir, dataDir, databaseUrl, migrationDatabaseUrl } = context.settings;
  const log = context.progress.line;
  const ownerUrl = migrationDatabaseUrl ?? databaseUrl
    ?? (await bringUpPart(context, 'starting the database', () => startPostgresPart(join(dataDir, 'postgres'), log))).url;
  return context.progress.step('bringing the tables up to date', async () => {
    await migrate({ databaseUrl: ownerUrl, dir: join(projectDir, 'prisma/migrations'), log });
    if (!databaseUrl) return { databaseUrl: await makeAppAccount(ownerUrl), ownerUrl };
    if (migrationDatabaseUrl) await grantToAccount(ownerUrl, databaseUrl);
    const open = await unprotectedTables(databaseUrl);
    if (open.length > 0) log(unprotected(open));
    return { databaseUrl, ownerUrl };
  });
}

function unprotected(tables: readonly string[]): string {
  return `The account of DATABASE_URL could change what was written into ${tables.join(', ')}, because the tables are its own: only the board’s own care protects these records. Give the board a plain account and set MIGRATION_DATABASE_URL; docs/operations.md says how.`;
}

async function bringUpRedis(context: Context): Promise<{ url: string; token: string }> {
  const { projectDir, dataDir, redisUrl, redisToken, upstash } = context.settings;
  if (upstash) {
    await checkExternalRedis(upstash);
    return upstash;
  }
  return bringUpPart(context, 'starting Redis', () =>
    startRedisPart({ projectDir, dataDir: join(dataDir, 'redis'), token: redisToken ?? context.secrets.redisToken, redisUrl }));
}

async function bringUpBuild({ settings, progress, shutdown, logs }: Context): Promise<string> {
  const make = () => build({ ...settings, logFile: join(logs, 'build.log') });
  const { distDir, release } = needsBuild(settings) ? await progress.step('building', make, 'first time about a minute') : await make();
  shutdown.add(release);
  return distDir;
}

/** Starts a part and keeps it up until the shutdown. A stop signal during its start ends it once it is up. */
async function bringUpPart<T extends Part>({ progress, shutdown }: Context, label: string, begin: () => Promise<T>): Promise<T> {
  if (shutdown.begun) throw new PlainError('The start was stopped.');
  const starting = progress.step(label, begin);
  let unwatch = async () => undefined as void;
  shutdown.add(async () => {
    await unwatch();
    const part = await starting.catch(() => undefined);
    await part?.stop();
  });
  const part = await starting;
  if (!shutdown.begun) unwatch = keepRunning(part, { log: progress.line, pause: (ms) => delay(ms), now: Date.now });
  return part;
}
