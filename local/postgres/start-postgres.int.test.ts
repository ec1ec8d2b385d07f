import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../process/process-table';
import { type Postgres, startPostgres } from './start-postgres';
import { ask, dataFolder } from './testing/data-folder';

describe('a start of the embedded database', () => {
  let folder: ReturnType<typeof dataFolder>;
  const started: Postgres[] = [];
  const start = async () => {
    const postgres = await startPostgres({ dataDir: folder.dir, log: () => undefined });
    started.push(postgres);
    return postgres;
  };

  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    for (const postgres of started.splice(0)) await postgres.stop();
    folder.remove();
  });

  it('gives a UTF-8 database with durable commits, reachable from this machine only and by password', async () => {
    const { url, port, adopted } = await start();
    expect(adopted).toBe(false);
    const [row] = await ask(url, `SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datlocprovider, datlocale,
      current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets
      FROM pg_database WHERE datname = current_database()`);
    expect(row).toEqual({ encoding: 'UTF8', datcollate: 'C', datlocprovider: 'b', datlocale: 'C.UTF-8', fsync: 'on', listen: '127.0.0.1', sockets: '' });
    await expect(ask(`postgresql://watchroom:wrong@127.0.0.1:${port}/watchroom`, 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('keeps the password for its own account only', async () => {
    const { url } = await start();
    const file = join(folder.dir, 'cluster/watchroom.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(url).toContain(readFileSync(file, 'utf8').trim());
  });

  it('adopts a server that runs already', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true });
  });

  it('stops in order and finds data, password and port again at the next start', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE calls AS SELECT 7 AS number');
    await first.stop();
    await first.exited;
    expect(isAlive(first.pid)).toBe(false);
    expect(readFileSync(first.logFile, 'utf8')).toContain('database system is shut down');
    const second = await start();
    expect(second).toMatchObject({ url: first.url, adopted: false });
    expect(await ask(second.url, 'SELECT number FROM calls')).toEqual([{ number: 7 }]);
  });

  it('lets two starts at once share one server', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both[0].pid).toBe(both[1].pid);
    expect(both.filter((postgres) => postgres.adopted)).toHaveLength(1);
  });

  it('takes another port when its own is in use', async () => {
    const first = await start();
    await first.stop();
    const { createServer } = await import('node:net');
    const squatter = createServer().listen(first.port, '127.0.0.1');
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });
});
