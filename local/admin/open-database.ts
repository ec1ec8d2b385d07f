import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { StartSettings } from '../bootstrap/settings.mjs';
import { describeConnectionError } from '../migrate/connection-error';
import { migrate } from '../migrate/migrate';
import { PlainError } from '../plain-error';
import { tryLock } from '../process/file-lock';
import { startPostgres } from '../postgres/start-postgres';

/** A database that can be used until `close`. */
export interface OpenDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The board's database: the one of DATABASE_URL, or the built-in one, whether the board runs or not.
 * Throws a {@link PlainError} when there is none.
 */
export async function openDatabase({ projectDir, dataDir, databaseUrl }: StartSettings): Promise<OpenDatabase> {
  if (!databaseUrl) return openBuiltIn(projectDir, dataDir);
  await demandTables(databaseUrl);
  return { url: databaseUrl, close: () => Promise.resolve() };
}

/** Somebody's own database is migrated when they say so, and not by the way. */
async function demandTables(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 30_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('ended_sessions') IS NOT NULL AS there`);
    if (rows[0]?.there) return;
  } catch (error) {
    throw new PlainError(describeConnectionError(databaseUrl, error));
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new PlainError('The database of DATABASE_URL has no tables of this version yet. Apply the migrations first: node --import tsx local/migrate/main.ts');
}

async function openBuiltIn(projectDir: string, dataDir: string): Promise<OpenDatabase> {
  if (!existsSync(join(dataDir, 'postgres'))) {
    throw new PlainError(`There is no board in ${dataDir} yet. Start it once with npm start, set WATCHROOM_DATA to its folder, or DATABASE_URL to its database.`);
  }
  // No start may come between; a board that runs already has the lock, and its server is shared.
  const taken = tryLock(join(dataDir, 'run.lock'), 'npm run admin');
  const release = () => {
    if ('lock' in taken) taken.lock.release();
  };
  try {
    const server = await startPostgres({ dataDir: join(dataDir, 'postgres'), log: console.log });
    const close = async () => {
      if (!server.adopted) await server.stop();
      release();
    };
    await migrate({ databaseUrl: server.url, dir: join(projectDir, 'prisma/migrations'), log: console.log }).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    return { url: server.url, close };
  } catch (error) {
    release();
    throw error;
  }
}
