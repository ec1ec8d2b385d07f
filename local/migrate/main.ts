/**
 * Applies the migrations in prisma/migrations to DATABASE_URL: `node --import tsx local/migrate/main.ts [--rolled-back <name>]`. With
 * MIGRATION_DATABASE_URL as the account that owns the tables, and lets the account of DATABASE_URL use them. Exit code 1 with one sentence on failure.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf, PlainError } from '../plain-error';
import { grantToAccount } from './app-account';
import { migrate } from './migrate';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { values } = parseArgs({ options: { 'rolled-back': { type: 'string' }, dir: { type: 'string', default: 'prisma/migrations' } } });
  const { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl } = process.env;
  const databaseUrl = ownerUrl || appUrl;
  if (!databaseUrl) throw new PlainError('DATABASE_URL is not set. Set it to the PostgreSQL database to migrate.');
  const rolledBack = values['rolled-back'];
  const applied = await migrate({ databaseUrl, dir: values.dir, log: console.log, ...rolledBack && { rolledBack } });
  if (ownerUrl && appUrl) await grantToAccount(ownerUrl, appUrl);
  console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied.`);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
