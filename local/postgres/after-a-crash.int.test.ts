import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, processesIn } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { type Postgres, startPostgres } from './start-postgres';
import { ask, dataFolder } from './testing/data-folder';
import { end, hold } from './testing/holder';

describe('after a crash', () => {
  let folder: ReturnType<typeof dataFolder>;
  const started: Postgres[] = [];
  const start = async (log: (line: string) => void = () => undefined) => {
    const postgres = await startPostgres({ dataDir: folder.dir, log });
    started.push(postgres);
    return postgres;
  };

  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    for (const postgres of started.splice(0)) await postgres.stop();
    folder.remove();
  });

  it('adopts the server left by a start that was killed outright', async () => {
    const holder = await hold(folder.dir);
    await end(holder, 'SIGKILL');
    const postgres = await start();
    expect(holder.said).toMatchObject({ pid: postgres.pid, adopted: false });
    expect(postgres.adopted).toBe(true);
    await postgres.stop();
    await postgres.exited;
    expect(isAlive(postgres.pid)).toBe(false);
  });

  it('waits for a start in another process and adopts its server', async () => {
    const [one, two] = await Promise.all([hold(folder.dir), hold(folder.dir)]);
    expect([one.said, two.said].map((said) => 'adopted' in said && said.adopted).sort()).toEqual([false, true]);
    await end(one, 'SIGTERM');
    await end(two, 'SIGTERM');
  });

  it('ends the busy backend of a killed server and starts again with every committed row', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE calls (number int)');
    await ask(first.url, 'INSERT INTO calls SELECT generate_series(1, 1000)');
    const busy = new Client({ connectionString: first.url });
    busy.on('error', () => undefined);
    await busy.connect();
    const query = busy.query('SELECT count(*) FROM generate_series(1, 100000000000)').catch(() => 'cut');
    const cluster = join(folder.dir, 'cluster');
    await waitUntil(async () => (await ask(first.url, "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%100000000000)' AND state = 'active'")).length > 0, { timeoutMs: 10_000 });
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    expect(processesIn(cluster).length).toBeGreaterThan(0);

    const notes: string[] = [];
    const second = await start((line) => notes.push(line));
    expect(await query).toBe('cut');
    expect(second.adopted).toBe(false);
    expect(notes.join()).toMatch(/left-over database process/);
    expect(await ask(second.url, 'SELECT count(*)::int AS n FROM calls')).toEqual([{ n: 1000 }]);
    await busy.end().catch(() => undefined);
  });

  it('starts although the process id in the old pid file now belongs to another program', async () => {
    const first = await start();
    const pidFile = join(folder.dir, 'cluster/postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    const other = spawn('sleep', ['600'], { stdio: 'ignore' });
    try {
      writeFileSync(pidFile, text.replace(/^\d+/, String(other.pid)));
      const second = await start();
      expect(second.adopted).toBe(false);
      expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(isAlive(other.pid ?? 0)).toBe(true);
    } finally {
      other.kill();
    }
  });
});
