import type { Client } from 'pg';

/** A row of Prisma's `_prisma_migrations`, as far as the runner reads it. */
export interface MigrationRecord {
  id: string;
  name: string;
  checksum: string;
  finished: boolean;
  logs: string | null;
}

/** The lock that Prisma's own `migrate deploy` takes, so that the two never run at once. */
const PRISMA_LOCK = 72_707_369;

/** First line of the log of a failure of ours: nothing of the migration stayed, so it may simply be tried again. */
export const ROLLED_BACK = 'The transaction of this migration was rolled back.';

/** Waits for the lock that keeps other runners out; it ends with the connection. */
export async function lockMigrations(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
}

/** Whether the table is there. */
export async function hasMigrationTable(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  return rows[0]?.found === true;
}

/** Whether the current schema has tables, which a database that was never migrated should not. */
export async function hasTables(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1`);
  return rowCount !== 0;
}

/** Creates the table with the columns Prisma gives it. */
export async function createMigrationTable(client: Client): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
}

/** Every record that was not marked as rolled back, oldest first. */
export async function readRecords(client: Client): Promise<MigrationRecord[]> {
  const { rows } = await client.query<MigrationRecord>(`SELECT id, migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`);
  return rows;
}

/** Marks a failed record as rolled back, as `prisma migrate resolve --rolled-back` does. */
export async function markRolledBack(client: Client, id: string): Promise<void> {
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = $1', [id]);
}
