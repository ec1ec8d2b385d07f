import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../postgres/start-postgres';
import { ask, dataFolder } from '../postgres/testing/data-folder';
import { grantToAccount, makeAppAccount, unprotectedTables } from './app-account';
import { migrate } from './migrate';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const RECORDS = ['audit_entries', 'incident_log', 'unit_status_history'];
const folder = dataFolder();
let postgres: Postgres;
let app: string;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: folder.dir, log: () => undefined });
  await migrate({ databaseUrl: postgres.url, dir: MIGRATIONS, log: () => undefined });
  app = await makeAppAccount(postgres.url);
  await ask(postgres.url, `
    INSERT INTO audit_entries (action, category, outcome, actor_name, summary) VALUES ('a', 'flash', 'success', 'Anna', 'first');
    INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at)
      VALUES ('i', 2026, 1, 'Fire', 'fire', 'P1', 'new', now(), 'phone', now(), now());
    INSERT INTO incident_log (id, incident_id, seq, kind, phase, speaker_role, speaker_label, text, occurred_at, recorded_at, source)
      VALUES ('e', 'i', 1, 'note', 'new', 'dispatcher', 'Anna', 'as it was', now(), now(), 'board');
    INSERT INTO units (id, call_sign, name, kind, station, code, state, status_since) VALUES ('u', 'H11', 'Engine', 'engine', 'Hamar', '1', 'available', now());
    INSERT INTO unit_status_history (unit_id, code, state, at, actor_name) VALUES ('u', '1', 'available', now(), 'Anna')`);
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

const refusalOf = (url: string, sql: string) => ask(url, sql).then(() => 'it was done', (error: Error) => error.message);

describe('the account of the web server', () => {
  it.each(RECORDS.flatMap((table) => [
    `UPDATE ${table} SET id = id`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
    `DROP TABLE ${table}`,
    `CREATE TRIGGER own BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
    `CREATE RULE own AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
  ]))('is refused %s', async (sql) => {
    expect(await refusalOf(app, sql)).toMatch(/permission denied|must be owner/);
  });

  it.each([
    'SET ROLE watchroom', "SET session_replication_role = 'replica'", 'DROP FUNCTION refuse_audit_change CASCADE', 'CREATE TABLE own (id int)', 'ALTER ROLE watchroom_app SUPERUSER',
    "UPDATE incident_log SET text = 'another'", "UPDATE _prisma_migrations SET checksum = ''",
  ])('is refused %s', async (sql) => {
    expect(await refusalOf(app, sql)).toMatch(/permission denied|must be owner/);
  });

  it('adds to records and reads them, pins an entry, and does what it likes with all else', async () => {
    const granted = await ask(app, `
      SELECT table_name AS name, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS may FROM information_schema.role_table_grants
      WHERE grantee = 'watchroom_app' AND table_schema = 'public' GROUP BY table_name ORDER BY table_name`);
    const tables = await ask(postgres.url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`);
    const may = (name: unknown) => (RECORDS.includes(String(name)) ? 'INSERT SELECT' : name === '_prisma_migrations' ? 'SELECT' : 'DELETE INSERT SELECT UPDATE');
    expect(granted).toEqual(tables.map(({ name }) => ({ name, may: may(name) })));
    await ask(app, `INSERT INTO audit_entries (action, category, outcome, actor_name, summary) VALUES ('b', 'flash', 'success', 'Anna', 'second')`);
    await ask(app, `UPDATE incident_log SET pinned = true WHERE id = 'e'`);
    expect(await ask(app, 'SELECT text, pinned FROM incident_log')).toEqual([{ text: 'as it was', pinned: true }]);
  });

  it('gives itself nothing more', async () => {
    // PostgreSQL answers such a command with a warning and does nothing.
    for (const table of RECORDS) await ask(app, `GRANT ALL ON ${table} TO watchroom_app`);
    expect(await unprotectedTables(app)).toEqual([]);
  });

  it('may use what later migrations make', async () => {
    await ask(postgres.url, 'CREATE TABLE later (id bigserial PRIMARY KEY)');
    expect(await refusalOf(app, 'INSERT INTO later DEFAULT VALUES')).toBe('it was done');
    await ask(postgres.url, 'DROP TABLE later');
  });

  it('has a new password after each start', async () => {
    const next = await makeAppAccount(postgres.url);
    expect(await refusalOf(app, 'SELECT 1')).toMatch(/password authentication failed/);
    app = next;
    expect(await ask(app, 'SELECT current_user AS name')).toEqual([{ name: 'watchroom_app' }]);
    expect(await unprotectedTables(app)).toEqual([]);
  });
});

describe('on a database of somebody’s own', () => {
  const as = (account: string, database: string) => postgres.url.replace(/\/\/[^@]+@/, `//${account}:plain@`).replace(/\/watchroom$/, `/${database}`);

  it('one account that owns everything leaves the records unprotected; two protect them', async () => {
    await ask(postgres.url, `CREATE ROLE its_owner LOGIN PASSWORD 'plain'`);
    await ask(postgres.url, `CREATE ROLE its_board LOGIN PASSWORD 'plain'`);
    await ask(postgres.url, 'CREATE DATABASE theirs OWNER its_owner');
    const owner = as('its_owner', 'theirs');
    const board = as('its_board', 'theirs');
    await migrate({ databaseUrl: owner, dir: MIGRATIONS, log: () => undefined });
    expect(await unprotectedTables(owner)).toEqual(RECORDS);
    expect(await refusalOf(board, 'SELECT 1 FROM audit_entries')).toMatch(/permission denied/);
    await Promise.all([grantToAccount(owner, board), grantToAccount(owner, board)]);
    expect(await unprotectedTables(board)).toEqual([]);
    expect(await ask(board, 'SELECT count(*)::int AS n FROM audit_entries')).toEqual([{ n: 0 }]);
    expect(await refusalOf(board, 'DELETE FROM audit_entries')).toMatch(/permission denied/);
  });

  it('an account that was given too much is noticed', async () => {
    await ask(postgres.url, 'GRANT TRUNCATE ON unit_status_history TO watchroom_app');
    expect(await unprotectedTables(app)).toEqual(['unit_status_history']);
    await ask(postgres.url, 'REVOKE TRUNCATE ON unit_status_history FROM watchroom_app');
  });

  it('granting to the owner itself takes nothing from it', async () => {
    await grantToAccount(postgres.url, postgres.url);
    expect(await refusalOf(postgres.url, `INSERT INTO audit_entries (action, category, outcome, actor_name, summary) VALUES ('c', 'flash', 'success', 'Anna', 'third')`)).toBe('it was done');
    expect(await unprotectedTables(postgres.url)).toEqual(RECORDS);
  });
});
