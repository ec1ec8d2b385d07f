import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitForLock } from '@/local/process/file-lock';
import { startParts } from '@/local/start/parts';
import { seed } from '@/local/start/seed';
import { projectDir } from './build-folder';

/** `empty`: migrated, with what the migrations bring. `demo`: with the demo accounts, units and past, as `npm start` makes it. */
export type TemplateKind = 'empty' | 'demo';

const FOLDER = join(tmpdir(), 'watchroom-templates');
/** The past of a demonstration is told from now on backwards, so a template is not used for longer, milliseconds. */
const FRESH_MS = 30 * 60_000;
const MAKING_MS = 180_000;

/**
 * Puts database files into `dataDir`, for startParts to find. They are made once for all tests of half an hour: making them
 * takes seconds of a whole core, copying them a fraction of one.
 */
export async function copyDatabase(kind: TemplateKind, dataDir: string): Promise<void> {
  const template = await demandTemplate(kind);
  const home = join(dataDir, 'postgres');
  openFolder(home);
  // Owners are kept: as root, PostgreSQL runs under another account.
  await promisify(execFile)('cp', ['-a', join(template, 'postgres', 'cluster'), join(home, 'cluster')]);
}

async function demandTemplate(kind: TemplateKind): Promise<string> {
  openFolder(FOLDER);
  const template = join(FOLDER, `${kind}-${sourcesHash()}-${Math.floor(Date.now() / FRESH_MS)}`);
  const taken = await waitForLock(`${template}.lock`, MAKING_MS);
  if ('owner' in taken) throw new Error(`Another test (process ${taken.owner.pid}) makes the database of ${template} for too long.`);
  try {
    if (!existsSync(join(template, 'ready'))) await makeTemplate(kind, template);
    return template;
  } finally {
    taken.lock.release();
  }
}

async function makeTemplate(kind: TemplateKind, template: string): Promise<void> {
  dropOldTemplates();
  rmSync(template, { recursive: true, force: true });
  openFolder(template);
  const parts = await startParts({ dataDir: template, log: () => undefined });
  try {
    if (kind === 'demo') {
      const env = {
        PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const, UPSTASH_REDIS_REST_URL: parts.redisUrl, UPSTASH_REDIS_REST_TOKEN: parts.redisToken,
        NEXTAUTH_SECRET: 'only-for-making-a-template-of-tests',
      };
      await seed({ projectDir, databaseUrl: parts.databaseUrl, env, logFile: join(template, 'seed.log') });
    }
  } finally {
    await parts.stop();
  }
  writeFileSync(join(template, 'ready'), '');
}

/** What the contents of a new database are made of. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)]));
  for (const file of [...files(join(projectDir, 'prisma')), ...files(join(projectDir, 'lib/server/simulator')), join(projectDir, 'package-lock.json')].sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function dropOldTemplates(): void {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    if (Date.now() - statSync(path).mtimeMs > 2 * FRESH_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** PostgreSQL's own account has to pass through. */
function openFolder(dir: string): void {
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
}
