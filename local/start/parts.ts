import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../migrate/migrate';
import { type PostgresPart, startPostgresPart } from './postgres-part';
import { type RedisPart, startRedisPart } from './redis-part';
import { keptSecrets } from './secrets';

/** The folder of the checkout. */
const projectDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Both embedded parts, for tests and tools that need a database and a Redis of their own. */
export interface Parts {
  databaseUrl: string;
  redisUrl: string;
  redisToken: string;
  postgres: PostgresPart;
  redis: RedisPart;
  /** Ends Redis, then PostgreSQL. */
  stop(): Promise<void>;
}

/** What {@link startParts} takes. */
export interface PartsInput {
  /** Folder for everything; made if missing. */
  dataDir: string;
  log: (line: string) => void;
  /** A real Redis behind the REST server; without one the data is in memory. */
  redisUrl?: string;
}

/**
 * Starts the embedded database, migrated, and the REST server. Not watched: a part that a test kills stays dead
 * until its `start()`.
 */
export async function startParts({ dataDir, log, redisUrl }: PartsInput): Promise<Parts> {
  const postgres = await startPostgresPart(join(dataDir, 'postgres'), log);
  try {
    await migrate({ databaseUrl: postgres.url, dir: join(projectDir, 'prisma/migrations'), log });
    const { redisToken } = keptSecrets(dataDir);
    const redis = await startRedisPart({ projectDir, dataDir: join(dataDir, 'redis'), token: redisToken, redisUrl });
    return {
      databaseUrl: postgres.url,
      redisUrl: redis.url,
      redisToken,
      postgres,
      redis,
      async stop() {
        await redis.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
