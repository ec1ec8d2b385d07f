import { spawnSync } from 'node:child_process';
import { PlainError } from '../plain-error';

/** Generates the database client if the schema changed. Throws a {@link PlainError} with Prisma's words when it fails. */
export function generateDatabaseClient(projectDir: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-prisma.mjs'], { cwd: projectDir, encoding: 'utf8' });
  if (status !== 0) throw new PlainError(stderr.trim() || 'The database client could not be generated.');
}
