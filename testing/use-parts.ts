import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startParts, type Parts } from '@/local/start/parts';
import { copyDatabase } from './database-template';

/**
 * A database and a Redis for the tests of the surrounding file, with the settings of this process pointing at them.
 * Modules that read settings must be imported inside the tests, after they are there.
 */
export function useParts(): () => Parts {
  let parts: Parts | undefined;
  let dir: string | undefined;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-parts-'));
    // PostgreSQL may run as another account and has to pass through.
    chmodSync(dir, 0o755);
    await copyDatabase('empty', dir);
    parts = await startParts({ dataDir: dir, log: () => undefined });
    Object.assign(process.env, {
      DATABASE_URL: parts.databaseUrl,
      UPSTASH_REDIS_REST_URL: parts.redisUrl,
      UPSTASH_REDIS_REST_TOKEN: parts.redisToken,
      NEXTAUTH_SECRET: 'a-secret-for-tests-that-is-long-enough',
    });
  });
  afterAll(async () => {
    const { closeDb } = await import('@/lib/server/db/client');
    await closeDb();
    await parts?.stop();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });
  return () => {
    if (!parts) throw new Error('The parts are there only while tests run.');
    return parts;
  };
}
