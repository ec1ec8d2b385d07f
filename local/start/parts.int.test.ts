import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../process/process-table';
import { ask, dataFolder } from '../postgres/testing/data-folder';
import { type Parts, startParts } from './parts';

const folder = dataFolder();
const dataDir = dirname(folder.dir);
let parts: Parts;

beforeAll(async () => {
  parts = await startParts({ dataDir, log: () => undefined });
});
afterAll(async () => {
  await parts.stop();
  folder.remove();
});

async function ping(): Promise<unknown> {
  const answer = await fetch(parts.redisUrl, { method: 'POST', headers: { authorization: `Bearer ${parts.redisToken}` }, body: '["PING"]' });
  return answer.json();
}

describe('the embedded parts', () => {
  it('are a migrated database and a Redis that answers to its token', async () => {
    expect(await ask(parts.databaseUrl, 'SELECT count(*) > 0 AS migrated FROM _prisma_migrations')).toEqual([{ migrated: true }]);
    expect(await ping()).toEqual({ result: 'PONG' });
  });

  it('come back at the same address after Redis was killed', async () => {
    const before = parts.redis.pid();
    await parts.redis.kill();
    await expect(ping()).rejects.toThrow();
    await parts.redis.start();
    expect(parts.redis.pid()).not.toBe(before);
    expect(await ping()).toEqual({ result: 'PONG' });
  });

  it('come back at the same address after the database was killed', async () => {
    process.kill(parts.postgres.pid(), 'SIGKILL');
    await parts.postgres.exited();
    await parts.postgres.start();
    expect(await ask(parts.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('end together', async () => {
    const pids = [parts.redis.pid(), parts.postgres.pid()];
    await parts.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });
});
