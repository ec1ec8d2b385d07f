import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The build that the tests serve: WATCHROOM_DIST_DIR, else `.next-test`. Throws when it was not made. */
export function builtDistDir(): string {
  const distDir = process.env.WATCHROOM_DIST_DIR || '.next-test';
  if (existsSync(join(projectDir, distDir, 'BUILD_ID'))) return distDir;
  throw new Error(`There is no build in ${distDir}: run \`WATCHROOM_DIST_DIR=${distDir} npx next build\` first.`);
}
