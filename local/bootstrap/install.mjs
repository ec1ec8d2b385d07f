import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Whether node_modules lacks something that package-lock.json asks for. Compares with the list that npm keeps
 * of what it installed, so an installation made by hand counts, and an interrupted one does not.
 * @param {string} projectDir
 * @param {boolean} dev whether packages for development are needed too
 */
export function needsInstall(projectDir, dev) {
  const wanted = readPackages(join(projectDir, 'package-lock.json'));
  const present = readPackages(join(projectDir, 'node_modules/.package-lock.json'));
  if (!wanted) return false;
  if (!present) return true;
  return Object.entries(wanted).some(([path, { version, dev: isDev, devOptional, optional }]) => {
    if (path === '' || optional || devOptional || (isDev && !dev)) return false;
    return present[path]?.version !== version;
  });
}

/** Whether packages for development are installed, so that an update does not take them away. */
function hasDevPackages(projectDir) {
  const present = readPackages(join(projectDir, 'node_modules/.package-lock.json')) ?? {};
  return Object.values(present).some((entry) => entry.dev);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * Installs what package-lock.json asks for. One copy of Watchroom at a time: npm empties node_modules first.
 * Rejects with a sentence and npm's last words.
 * @param {string} projectDir
 * @param {boolean} dev
 */
export async function install(projectDir, dev) {
  const lock = join(projectDir, '.watchroom-install');
  while (!claim(lock)) await delay(200);
  try {
    if (!needsInstall(projectDir, dev)) return;
    const kind = dev || hasDevPackages(projectDir) ? '--include=dev' : '--omit=dev';
    await runNpm(projectDir, ['ci', kind, '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A folder, because making one is the portable atomic step and .gitignore knows `.watchroom*` folders. */
function claim(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Error(`The packages cannot be installed: ${lock} cannot be made (${error.code}). Start as the owner of this folder.`);
    if (ownerIsGone(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function ownerIsGone(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function runNpm(projectDir, args) {
  // npm tells its scripts where it is; run directly, the one on the path has to do.
  const script = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const child = script
    ? spawn(process.execPath, [script, ...args], { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words = (words + chunk).slice(-4000)));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`npm cannot be run (${error.code}). Install Node.js together with npm, then start again.`)));
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The packages could not be installed. Check the network connection, then start again. npm says:\n${words.trim().split('\n').slice(-8).join('\n')}`));
    });
  });
}
