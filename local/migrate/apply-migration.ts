import { randomUUID } from 'node:crypto';
import { type Client, DatabaseError } from 'pg';
import { messageOf, PlainError } from '../plain-error';
import type { MigrationFile } from './migration-files';
import { ROLLED_BACK } from './migration-table';

/**
 * Applies one migration and its record in one transaction: a crash in between leaves neither.
 * A failure is recorded as Prisma records it and thrown as a {@link PlainError} naming migration and SQL error.
 */
export async function applyMigration(client: Client, file: MigrationFile): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query('BEGIN');
    await client.query(file.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), file.checksum, file.name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = describe(error, file.sql);
    await recordFailure(client, file, startedAt, reason).catch(() => undefined);
    throw new PlainError(`The migration "${file.name}" failed and was rolled back: ${reason} Mend its migration.sql, or the data it stumbles over, then start again.`);
  }
}

async function recordFailure(client: Client, file: MigrationFile, startedAt: Date, reason: string): Promise<void> {
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, logs) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), file.checksum, file.name, startedAt, `${ROLLED_BACK}\n${reason}`],
  );
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return `${messageOf(error)}.`;
  const line = error.position ? sql.slice(0, Number(error.position) - 1).split('\n').length : undefined;
  return `${error.message}${line ? ` at line ${line}` : ''} (SQLSTATE ${error.code ?? 'unknown'}).${error.detail ? ` ${error.detail}` : ''}`;
}
