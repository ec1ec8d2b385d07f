import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesIn } from '../process/process-table';
import { startParts } from '../start/parts';
import { dataFolder } from '../postgres/testing/data-folder';
import { query } from '@/testing/database';
import { copyDatabase } from '@/testing/database-template';

const UNSET = { MIGRATION_DATABASE_URL: '', PORT: '', HOST: '', DATABASE_URL: '', UPSTASH_REDIS_REST_URL: '', UPSTASH_REDIS_REST_TOKEN: '', REDIS_URL: '', DEMO: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', CRON_SECRET: '' };

/** Runs `npm run admin -- …` as a program does, without a terminal. */
async function admin(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['local/admin.mjs', ...args], { env: { ...process.env, ...UNSET, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

interface Row {
  readonly role: string;
  readonly password_hash: string;
  readonly session_version: number;
}
const rowOf = async (databaseUrl: string, email: string) => (await query<Row & { [name: string]: unknown }>(databaseUrl, 'SELECT role, password_hash, session_version FROM users WHERE email = $1', [email]))[0];
const passwordIn = (said: string) => /^Password: (\S+)$/m.exec(said)?.[1] ?? '';

describe('npm run admin', () => {
  const folder = dataFolder();
  const dataDir = dirname(folder.dir);
  const cluster = join(folder.dir, 'cluster');
  const env = { WATCHROOM_DATA: dataDir };
  beforeAll(() => copyDatabase('empty', dataDir));
  afterAll(() => folder.remove());

  it('makes an account in the database of a board that is stopped, and stops it again', async () => {
    const { code, said } = await admin(env, 'create', 'Astrid@Example.org', '--name', 'Astrid Nygård');
    expect([code, said]).toEqual([0, expect.stringMatching(/^Made the account astrid@example\.org \(admin\)\.\nPassword: \S{23}\nIt is shown only now\.$/m)]);
    expect(processesIn(cluster)).toEqual([]);
    const parts = await startParts({ dataDir, log: () => undefined });
    try {
      const row = await rowOf(parts.databaseUrl, 'astrid@example.org');
      expect(row).toMatchObject({ role: 'admin', session_version: 0 });
      expect(await verify(row?.password_hash ?? '', passwordIn(said))).toBe(true);
    } finally {
      await parts.stop();
    }
  });

  it('gives one a new password while the board runs, and leaves that running', async () => {
    const parts = await startParts({ dataDir, log: () => undefined });
    try {
      const { code, said } = await admin(env, 'reset', 'astrid@example.org');
      expect([code, said]).toEqual([0, expect.stringMatching(/has a new password and is enabled/)]);
      const row = await rowOf(parts.databaseUrl, 'astrid@example.org');
      expect(row?.session_version).toBe(1);
      expect(await verify(row?.password_hash ?? '', passwordIn(said))).toBe(true);
      expect(await admin(env, 'create', 'astrid@example.org')).toEqual({ code: 1, said: expect.stringContaining('There is an account astrid@example.org already. To give it a new password: npm run admin -- reset astrid@example.org') });
      expect(await admin(env, 'reset', 'nobody@example.org')).toEqual({ code: 1, said: expect.stringContaining('This account does not exist') });
    } finally {
      await parts.stop();
    }
  });

  it('works on the database of DATABASE_URL, without the secrets of a server', async () => {
    const parts = await startParts({ dataDir, log: () => undefined });
    try {
      const other = { WATCHROOM_DATA: join(dataDir, 'nothing-here'), DATABASE_URL: parts.databaseUrl };
      expect(await admin(other, 'create', 'kari@example.org', '--role', 'dispatcher')).toMatchObject({ code: 0 });
      expect(await rowOf(parts.databaseUrl, 'kari@example.org')).toMatchObject({ role: 'dispatcher' });
      await query(parts.databaseUrl, 'CREATE DATABASE bare');
      const bare = new URL(parts.databaseUrl);
      bare.pathname = '/bare';
      expect(await admin({ ...other, DATABASE_URL: bare.href }, 'create', 'kari@example.org')).toEqual({ code: 1, said: expect.stringContaining('Apply the migrations first') });
      expect(await admin({ ...other, DATABASE_URL: 'postgresql://x:secret@127.0.0.1:1/x' }, 'create', 'kari@example.org')).toEqual({ code: 1, said: expect.stringMatching(/^No PostgreSQL server answers(?!.*secret)/s) });
    } finally {
      await parts.stop();
    }
  });

  it('says what is wrong in words', async () => {
    expect(await admin({ WATCHROOM_DATA: join(dataDir, 'nothing-here') }, 'create', 'kari@example.org')).toEqual({ code: 1, said: expect.stringContaining('There is no board in') });
    expect(await admin(env, 'make', 'kari@example.org')).toEqual({ code: 1, said: expect.stringContaining('npm run admin -- create') });
  });
});
