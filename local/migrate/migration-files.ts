import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PlainError } from '../plain-error';

/** One migration as it lies on disk, in Prisma's layout `<dir>/<name>/migration.sql`. */
export interface MigrationFile {
  name: string;
  sql: string;
  /** sha256 of the file in lower-case hex, as Prisma records it. */
  checksum: string;
}

/** The migrations in `dir` in the order of their names. Throws a {@link PlainError} when the folder or a file is missing. */
export function readMigrations(dir: string): MigrationFile[] {
  if (!existsSync(dir)) throw new PlainError(`There is no migrations folder at ${dir}. Run this in the project folder.`);
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(dir, name));
}

function readMigration(dir: string, name: string): MigrationFile {
  const file = join(dir, name, 'migration.sql');
  if (!existsSync(file)) throw new PlainError(`The migration "${name}" has no migration.sql. Restore ${file}, or remove its folder if it was never applied.`);
  const sql = readFileSync(file, 'utf8');
  return { name, sql, checksum: checksumOf(sql) };
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql, 'utf8').digest('hex');
}

/** Whether `recorded` is the checksum of this file, whichever line ends either checkout has. */
export function matchesChecksum(file: MigrationFile, recorded: string): boolean {
  if (file.checksum === recorded) return true;
  const lf = file.sql.replaceAll('\r\n', '\n');
  return checksumOf(lf) === recorded || checksumOf(lf.replaceAll('\n', '\r\n')) === recorded;
}
