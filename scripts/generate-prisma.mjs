/**
 * Generates the Prisma client when the schema, its configuration or Prisma's version has changed:
 * `node scripts/generate-prisma.mjs [--force]`. Exit code 1 with Prisma's own words on failure.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'lib/server/generated/prisma/generated-from');
const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');

const inputs = [join(root, 'prisma/schema.prisma'), join(root, 'prisma.config.ts'), prismaPackage];
const hash = createHash('sha256');
for (const file of inputs) hash.update(readFileSync(file));
const wanted = hash.digest('hex');

if (process.argv.includes('--force') || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(dirname(prismaPackage), 'build/index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine, but Prisma downloads one unless it is told of an existing file.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (status !== 0) {
    console.error(`The database client could not be generated from prisma/schema.prisma.\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim());
    process.exit(1);
  }
  writeFileSync(stampFile, wanted);
}
