import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres } from './start-postgres';
import { ask, dataFolder } from './testing/data-folder';
import { end, hold } from './testing/holder';
import { normalUser } from './testing/normal-user';

const account = normalUser();
const nobody = account ?? { uid: 0, gid: 0 };
const quiet = () => undefined;

describe.runIf(process.getuid?.() === 0)('the account that PostgreSQL runs as', () => {
  let folder: ReturnType<typeof dataFolder>;
  beforeEach(() => (folder = dataFolder()));
  afterEach(() => folder.remove());

  it('is another one than root when root starts it', async () => {
    const postgres = await startPostgres({ dataDir: folder.dir, log: quiet });
    expect(statSync(`/proc/${postgres.pid}`).uid).toBeGreaterThan(0);
    expect(statSync(join(folder.dir, 'cluster')).uid).toBeGreaterThan(0);
    await postgres.stop();
  });

  it.runIf(account)('is the caller when a normal user starts it', async () => {
    chownSync(dirname(folder.dir), nobody.uid, nobody.gid);
    const holder = await hold(folder.dir, nobody);
    if ('error' in holder.said) throw new Error(holder.said.error);
    expect(statSync(`/proc/${holder.said.pid}`).uid).toBe(nobody.uid);
    expect(await ask(holder.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await end(holder, 'SIGTERM');
    expect(existsSync(join(folder.dir, 'cluster/postmaster.pid'))).toBe(false);
  });

  it.runIf(account)('stays the same when root starts what a normal user made', async () => {
    chownSync(dirname(folder.dir), nobody.uid, nobody.gid);
    await end(await hold(folder.dir, nobody), 'SIGTERM');
    const postgres = await startPostgres({ dataDir: folder.dir, log: quiet });
    expect(statSync(`/proc/${postgres.pid}`).uid).toBe(nobody.uid);
    await postgres.stop();
  });

  it.runIf(account)('tells a normal user that the files belong to another account', async () => {
    const postgres = await startPostgres({ dataDir: folder.dir, log: quiet });
    await postgres.stop();
    const holder = await hold(folder.dir, nobody);
    expect(holder.said).toEqual({ error: expect.stringMatching(/belong to another account.*same account.*WATCHROOM_DATA/) });
  });

  it('gets a folder it can enter when the data folder is closed to it, and finds it again', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'watchroom-closed-'));
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'postgres');
    const notes: string[] = [];
    try {
      const first = await startPostgres({ dataDir, log: (line) => notes.push(line) });
      await ask(first.url, 'CREATE TABLE calls AS SELECT 7 AS number');
      await first.stop();
      const elsewhere = readFileSync(join(dataDir, 'cluster-is-in'), 'utf8');
      expect(notes.join()).toContain(elsewhere);
      const second = await startPostgres({ dataDir, log: quiet });
      expect(await ask(second.url, 'SELECT number FROM calls')).toEqual([{ number: 7 }]);
      await second.stop();
      rmSync(elsewhere, { recursive: true });
    } finally {
      rmSync(closed, { recursive: true });
    }
  });
});
