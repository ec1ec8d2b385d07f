import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { makeAppAccount } from '@/local/migrate/app-account';
import { createShutdown } from '@/local/process/shutdown';
import { startParts, type Parts } from '@/local/start/parts';
import { startApp, type App } from './app';
import { builtDistDir } from './build-folder';
import { query } from './database';
import { copyDatabase } from './database-template';
import { redisCommand } from './redis-command';

const HEARTBEAT_MS = 500;

/** What a test needs of the board. */
export interface BoardInput {
  /** Settings of the application beyond the usual, such as SSE_LOG_LENGTH. */
  readonly env?: Readonly<Record<string, string>>;
  /** How many instances share the one database and the one Redis; 1 if left out. */
  readonly instances?: number;
  /** A real Redis behind the REST server; without one the data is in its memory and dies with it. */
  readonly redisUrl?: string;
}

/** Secrets of this run, for tests that look for them where they must not be. */
export interface BoardSecrets {
  readonly nextAuthSecret: string;
  readonly cronSecret: string;
  readonly metricsToken: string;
  readonly webhookToken: string;
  readonly redisToken: string;
  readonly databasePassword: string;
}

/** A whole Watchroom of a test's own: database with demo data, REST server, application. */
export interface Board {
  /** The first instance. */
  readonly app: App;
  readonly apps: readonly App[];
  /** The database and the REST server; each can be stopped and started again on its address. */
  readonly postgres: Parts['postgres'];
  readonly redis: Parts['redis'];
  readonly secrets: BoardSecrets;
  /** The database with the account that owns its tables; the instances have a plain one. */
  readonly databaseUrl: string;
  sql<T extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** One Redis command past the application. Rejects when it is refused. */
  redisCommand(...words: readonly (string | number)[]): Promise<unknown>;
  /** One more instance; ended with the others. `env` comes on top of the board's. */
  addInstance(env?: Readonly<Record<string, string>>): Promise<App>;
  /** Ends everything and removes its folder. Never rejects. */
  stop(): Promise<void>;
}

/** Starts a board in a temporary folder. When a part does not come up, the others are ended before this rejects. */
export async function startBoard({ env = {}, instances = 1, redisUrl }: BoardInput = {}): Promise<Board> {
  builtDistDir();
  const shutdown = createShutdown((line) => console.error(line));
  try {
    const dir = temporaryFolder();
    shutdown.add(() => rmSync(dir, { recursive: true, force: true }));
    await copyDatabase('demo', dir);
    const parts = await startParts({ dataDir: dir, log: () => undefined, ...(redisUrl ? { redisUrl } : {}) });
    shutdown.add(() => parts.stop());
    const appUrl = await makeAppAccount(parts.databaseUrl);
    const secrets: BoardSecrets = {
      nextAuthSecret: secret(),
      cronSecret: secret(),
      metricsToken: secret(),
      webhookToken: secret(),
      redisToken: parts.redisToken,
      databasePassword: new URL(appUrl).password,
    };
    const shared = { ...environment(parts, appUrl, secrets, dir), ...env };
    const apps: App[] = [];
    const addInstance = async (own: Readonly<Record<string, string>> = {}): Promise<App> => {
      const app = await startApp({ ...shared, ...own }, join(dir, `app-${apps.length + 1}.log`));
      apps.push(app);
      shutdown.add(() => app.stop());
      return app;
    };
    const app = await addInstance();
    while (apps.length < instances) await addInstance();
    return {
      app,
      apps,
      postgres: parts.postgres,
      redis: parts.redis,
      secrets,
      databaseUrl: parts.databaseUrl,
      sql: (text, values) => query(parts.databaseUrl, text, values),
      redisCommand: (...words) => redisCommand(parts, words),
      addInstance,
      stop: () => shutdown.run(),
    };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

/** The account that PostgreSQL runs as has to pass through. */
function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'watchroom-test-'));
  chmodSync(dir, 0o755);
  return dir;
}

function secret(): string {
  return randomBytes(24).toString('hex');
}

function environment(parts: Parts, appUrl: string, secrets: BoardSecrets, dir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    WATCHROOM_DATA: dir,
    DATABASE_URL: appUrl,
    UPSTASH_REDIS_REST_URL: parts.redisUrl,
    UPSTASH_REDIS_REST_TOKEN: parts.redisToken,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    AUTH_TRUST_HOST: '1',
    CRON_SECRET: secrets.cronSecret,
    METRICS_TOKEN: secrets.metricsToken,
    WEBHOOK_TOKEN: secrets.webhookToken,
    // Boards that are killed and counted have enough to do; who tests looking at services, or cards that are computed at start, switches it on.
    INFRA_COLLECT: '0',
    CARDS_WARM: '0',
    CARDS_KEEP: '0',
    DEMO: '1',
    SSE_HEARTBEAT_MS: String(HEARTBEAT_MS),
    // The tests' streams belong to few people; the limit itself has a test of its own.
    SSE_MAX_PER_USER: '1000',
    TEST_BROADCASTS_PER_MINUTE: '100000',
  };
}
