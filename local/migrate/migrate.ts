import type { Client } from 'pg';
import { PlainError } from '../plain-error';
import { applyMigration } from './apply-migration';
import { matchesChecksum, type MigrationFile, readMigrations } from './migration-files';
import {
  createMigrationTable, hasMigrationTable, hasTables, lockMigrations, markRolledBack, type MigrationRecord, readRecords, ROLLED_BACK,
} from './migration-table';
import { withClient } from './with-client';

/** What {@link migrate} takes. */
export interface MigrateInput {
  databaseUrl: string;
  /** Folder of the migrations, in Prisma's layout. */
  dir: string;
  /** Gets a sentence per applied migration and per thing out of the ordinary. */
  log: (line: string) => void;
  /** Name of a failed migration that a person has undone by hand; it is tried again. */
  rolledBack?: string;
}

/**
 * Brings the database to the state of the migrations in `dir` and gives the names of those applied now.
 * Keeps Prisma's own table, checksums and lock, so `prisma migrate deploy` may be used instead at any time.
 * Throws a {@link PlainError} when the database cannot be reached, a migration fails, or an applied one was edited.
 */
export async function migrate({ databaseUrl, dir, log, rolledBack }: MigrateInput): Promise<string[]> {
  const files = readMigrations(dir);
  return withClient(databaseUrl, async (client) => {
    await lockMigrations(client);
    await prepareTable(client);
    const pending = await findPending(client, files, log, rolledBack);
    for (const file of pending) {
      await applyMigration(client, file);
      log(`Applied the migration "${file.name}".`);
    }
    return pending.map((file) => file.name);
  });
}

async function prepareTable(client: Client): Promise<void> {
  if (await hasMigrationTable(client)) return;
  if (await hasTables(client)) {
    throw new PlainError('The database already has tables that no migration made. Set DATABASE_URL to an empty database, or to the one Watchroom used before.');
  }
  await createMigrationTable(client);
}

async function findPending(client: Client, files: MigrationFile[], log: (line: string) => void, rolledBack: string | undefined): Promise<MigrationFile[]> {
  const records = await readRecords(client);
  const done = new Set<string>();
  for (const record of records) {
    if (!record.finished) {
      await settleFailure(client, record, rolledBack);
      continue;
    }
    done.add(record.name);
    const file = files.find((candidate) => candidate.name === record.name);
    if (!file) log(`The database has the migration "${record.name}", which this version does not know: a newer version has used it.`);
    else if (!matchesChecksum(file, record.checksum)) throw edited(file.name);
  }
  return files.filter((file) => !done.has(file.name));
}

/** Our failures left nothing behind and are tried again; those of other tools may have, so a person decides. */
async function settleFailure(client: Client, record: MigrationRecord, rolledBack: string | undefined): Promise<void> {
  if (record.logs?.startsWith(ROLLED_BACK) || record.name === rolledBack) return markRolledBack(client, record.id);
  throw new PlainError(
    `The migration "${record.name}" was begun by another tool and did not finish. Undo by hand what it did, then run "node --import tsx local/migrate/main.ts --rolled-back ${record.name}".`,
  );
}

function edited(name: string): PlainError {
  return new PlainError(
    `The migration "${name}" was applied to this database and its migration.sql was edited since. Put the file back as it was and write the change as a new migration.`,
  );
}
