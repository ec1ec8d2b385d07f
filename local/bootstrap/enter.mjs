import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, needsInstall } from './install.mjs';
import { createProgress } from './progress.mjs';

/** The folder of the checkout. */
export const projectDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Puts the settings of `.env` in the environment; what is set there already wins. */
export function loadEnvFile() {
  const file = join(projectDir, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Prints why the command cannot go on and ends it. */
export function giveUp(problem) {
  process.stderr.write(`\nWatchroom cannot start. ${problem}\n`);
  process.exit(1);
}

/**
 * Installs packages when needed and makes TypeScript importable.
 * @param {{dev: boolean}} options whether packages for development are needed too
 */
export async function ready({ dev }) {
  const progress = createProgress();
  if (needsInstall(projectDir, dev)) await progress.step('installing packages', () => install(projectDir, dev), 'first time about a minute');
  await readTypeScript();
  return progress;
}

let registered = false;

/** Makes TypeScript importable, by the project's own configuration whatever folder the command was run in. */
export async function readTypeScript() {
  if (registered) return;
  registered = true;
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(projectDir, 'tsconfig.json') });
}
