import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../postgres/start-postgres';
import { ask, dataFolder } from '../postgres/testing/data-folder';
import { migrate } from './migrate';

const folder = dataFolder();
let postgres: Postgres;
let databaseUrl: string;
let dir: string;
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: folder.dir, log: () => undefined });
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});
beforeEach(async () => {
  const name = `migrate_${(count += 1)}`;
  await ask(postgres.url, `CREATE DATABASE ${name}`);
  databaseUrl = postgres.url.replace(/\/watchroom$/, `/${name}`);
  dir = mkdtempSync(join(tmpdir(), 'watchroom-migrations-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, sql: string): void {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, 'migration.sql'), sql);
}

const run = () => migrate({ databaseUrl, dir, log: () => undefined });
const records = () => ask(databaseUrl, `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
  applied_steps_count AS steps, logs FROM _prisma_migrations ORDER BY started_at, migration_name`);

describe('the migration runner', () => {
  it('applies migrations in the order of their names, once, and records them as Prisma does', async () => {
    write('2_rows', 'INSERT INTO calls VALUES (7);');
    write('1_table', 'CREATE TABLE calls (number int);');
    expect(await run()).toEqual(['1_table', '2_rows']);
    expect(await run()).toEqual([]);
    expect(await ask(databaseUrl, 'SELECT number FROM calls')).toEqual([{ number: 7 }]);
    const checksum = createHash('sha256').update('CREATE TABLE calls (number int);').digest('hex');
    expect((await records())[0]).toEqual({ migration_name: '1_table', checksum, finished: true, rolled_back: false, steps: 1, logs: null });
  });

  it('has the table that Prisma creates', async () => {
    await run();
    const columns = await ask(databaseUrl, `SELECT column_name || ' ' || data_type || ' ' || is_nullable AS c FROM information_schema.columns
      WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`);
    expect(columns.map((row) => row.c)).toEqual([
      'id character varying NO', 'checksum character varying NO', 'finished_at timestamp with time zone YES',
      'migration_name character varying NO', 'logs text YES', 'rolled_back_at timestamp with time zone YES',
      'started_at timestamp with time zone NO', 'applied_steps_count integer NO',
    ]);
  });

  it('leaves nothing of a failed migration but its record, and applies it once it is mended', async () => {
    write('1_table', 'CREATE TABLE calls (number int);');
    write('2_broken', 'INSERT INTO calls VALUES (1);\nINSERT INTO nowhere VALUES (1);');
    await expect(run()).rejects.toThrow(/"2_broken" failed.*relation "nowhere" does not exist at line 2 \(SQLSTATE 42P01\)/);
    expect(await ask(databaseUrl, 'SELECT count(*)::int AS n FROM calls')).toEqual([{ n: 0 }]);
    expect((await records())[1]).toMatchObject({ migration_name: '2_broken', finished: false, rolled_back: false, steps: 0, logs: expect.stringContaining('nowhere') });

    write('2_broken', 'INSERT INTO calls VALUES (1);');
    expect(await run()).toEqual(['2_broken']);
    expect((await records()).map((row) => [row.finished, row.rolled_back])).toEqual([[true, false], [false, true], [true, false]]);
  });

  it('refuses an applied migration whose file was edited', async () => {
    write('1_table', 'CREATE TABLE calls (number int);');
    await run();
    write('1_table', 'CREATE TABLE calls (number bigint);');
    await expect(run()).rejects.toThrow(/"1_table" was applied.*edited since/);
  });

  it('accepts a file that differs only in its line ends', async () => {
    write('1_table', 'CREATE TABLE calls\n(number int);\n');
    await run();
    write('1_table', 'CREATE TABLE calls\r\n(number int);\r\n');
    expect(await run()).toEqual([]);
  });

  it('lets two runs at once apply each migration once', async () => {
    write('1_table', 'CREATE TABLE calls (number int); SELECT pg_sleep(0.3);');
    const both = await Promise.all([run(), run()]);
    expect(both.flat()).toEqual(['1_table']);
  });

  it('stops at a migration that another tool left unfinished, until a person says it is undone', async () => {
    await run();
    write('1_table', 'CREATE TABLE calls (number int);');
    await ask(databaseUrl, "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '1_table')");
    await expect(run()).rejects.toThrow(/begun by another tool.*--rolled-back 1_table/);
    expect(await migrate({ databaseUrl, dir, log: () => undefined, rolledBack: '1_table' })).toEqual(['1_table']);
  });

  it('keeps off a database that has tables of others', async () => {
    await ask(databaseUrl, 'CREATE TABLE invoices (id int)');
    await expect(run()).rejects.toThrow(/already has tables/);
  });

  it('tells of a wrong password without showing it', async () => {
    const wrong = databaseUrl.replace(/:[0-9a-f]+@/, ':not-the-password@');
    const failure = await migrate({ databaseUrl: wrong, dir, log: () => undefined }).catch((error: Error) => error.message);
    expect(failure).toMatch(/refuses the account "watchroom"/);
    expect(failure).not.toContain('not-the-password');
  });

  it('applies the board’s own migrations for an account that may not take extensions into use: searches run without their index', async () => {
    const name = databaseUrl.slice(databaseUrl.lastIndexOf('/') + 1);
    const account = `plain_${name}`;
    await ask(databaseUrl, `CREATE ROLE ${account} LOGIN PASSWORD 'plain'; REVOKE CREATE ON DATABASE ${name} FROM PUBLIC; GRANT ALL ON SCHEMA public TO ${account}`);
    const url = databaseUrl.replace(/\/\/[^@]+@/, `//${account}:plain@`);
    const own = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
    const search = `SELECT count(*)::int AS n FROM pg_indexes WHERE indexname = 'incidents_search_idx'`;
    expect(await migrate({ databaseUrl: url, dir: own, log: () => undefined })).toContain('20261126140000_search');
    expect(await ask(url, search)).toEqual([{ n: 0 }]);
    expect(await ask(url, `SELECT search FROM incidents`)).toEqual([]);
  });

  it('works as a command with an exit code', () => {
    write('1_table', 'CREATE TABEL calls (number int);');
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const command = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'local/migrate/main.ts', '--dir', dir, ...args], {
      cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    const failed = command();
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringMatching(/^The migration "1_table" failed.*syntax error.*line 1.*\n$/)]);
    write('1_table', 'CREATE TABLE calls (number int);');
    expect(command()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 migration applied.') });
    expect(command()).toMatchObject({ status: 0, stdout: 'The database is up to date.\n' });
  });
});
