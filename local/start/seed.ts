import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { PlainError } from '../plain-error';
import { startNodeChild } from '../process/node-child';

/** What {@link seed} takes. */
export interface SeedInput {
  projectDir: string;
  databaseUrl: string;
  /** With demo users. */
  demo: boolean;
  /** The environment the web server gets, which the seed shares. */
  env: NodeJS.ProcessEnv;
  logFile: string;
}

/** Whether the seed has something to do: demo data was asked for, or nobody could sign in yet. */
export async function needsSeed({ projectDir, databaseUrl, demo }: Pick<SeedInput, 'projectDir' | 'databaseUrl' | 'demo'>): Promise<boolean> {
  if (!existsSync(join(projectDir, 'prisma/seed.ts'))) return false;
  return demo || !(await hasUsers(databaseUrl));
}

/** Runs `prisma/seed.ts`, which may run any number of times. Throws a {@link PlainError} with its last words when it fails. */
export async function seed({ projectDir, databaseUrl, demo, env, logFile }: SeedInput): Promise<void> {
  const child = startNodeChild({
    // The condition turns `server-only` into an empty module, as it is in the web server.
    args: ['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts'],
    cwd: projectDir,
    env: { ...env, DATABASE_URL: databaseUrl, DEMO: demo ? '1' : '0' },
    logFile,
  });
  const how = await child.exited;
  if (how !== 'ended with code 0') {
    throw new PlainError(`The first data could not be written (${how}): ${child.lastLines().findLast((line) => line.trim() && !/^\s/.test(line)) ?? 'no reason given'}. The log is ${logFile}.`);
  }
}

async function hasUsers(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string | null }>(`SELECT to_regclass('users')::text AS name`);
    const table = rows[0]?.name;
    if (!table) return false;
    const { rowCount } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    return rowCount !== 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}
