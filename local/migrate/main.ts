/**
 * Applies the migrations in prisma/migrations to DATABASE_URL:
 * `node --import tsx local/migrate/main.ts [--rolled-back <name>]`. Exit code 1 with one sentence on failure.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf, PlainError } from '../plain-error';
import { migrate } from './migrate';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { values } = parseArgs({ options: { 'rolled-back': { type: 'string' }, dir: { type: 'string', default: 'prisma/migrations' } } });
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new PlainError('DATABASE_URL is not set. Set it to the PostgreSQL database to migrate.');
  const rolledBack = values['rolled-back'];
  const applied = await migrate({ databaseUrl, dir: values.dir, log: console.log, ...rolledBack && { rolledBack } });
  console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied.`);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
