import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StartSettings } from '../bootstrap/settings.mjs';
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
 * The board's database: the one of DATABASE_URL, or the built-in one, whether the board runs or not. Brings its tables up to date.
 * Throws a {@link PlainError} when there is none.
 */
export async function openDatabase({ projectDir, dataDir, databaseUrl }: StartSettings): Promise<OpenDatabase> {
  const database = databaseUrl ? { url: databaseUrl, close: () => Promise.resolve() } : await openBuiltIn(dataDir);
  try {
    await migrate({ databaseUrl: database.url, dir: join(projectDir, 'prisma/migrations'), log: console.log });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openBuiltIn(dataDir: string): Promise<OpenDatabase> {
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
    return { url: server.url, close };
  } catch (error) {
    release();
    throw error;
  }
}
