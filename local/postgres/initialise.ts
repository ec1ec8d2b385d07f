import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf, PlainError } from '../plain-error';
import { codeOf } from '../process/process-table';
import { environmentOf } from './environment';
import type { ServerUser } from './server-user';

const PASSWORD_FILE = 'watchroom.password';

/** The account inside the database, and the name of the database. */
export const DATABASE = 'watchroom';

/**
 * Creates the database files in `cluster` if they are not there, with a generated password. Made in a
 * temporary folder and renamed, so an interrupted start leaves nothing half made.
 * Gives the password. Throws a {@link PlainError} when it cannot be made or read.
 */
export async function initialise(cluster: string, nativeDir: string, user: ServerUser | undefined): Promise<string> {
  if (!existsSync(cluster)) await create(cluster, nativeDir, user);
  try {
    return readFileSync(join(cluster, PASSWORD_FILE), 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw belongsToOther(cluster);
    throw new PlainError(
      `The password of the built-in database (${join(cluster, PASSWORD_FILE)}) is missing. Put the file back from a backup, or move ${dirname(cluster)} away to begin with an empty database.`,
    );
  }
}

/** The sentence for a data folder made by another account. */
export function belongsToOther(cluster: string): PlainError {
  return new PlainError(
    `The database files in ${cluster} belong to another account. Start Watchroom with the same account as before, or set WATCHROOM_DATA to another folder.`,
  );
}

async function create(cluster: string, nativeDir: string, user: ServerUser | undefined): Promise<void> {
  removeUnfinished(cluster);
  const unfinished = `${cluster}.new-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  const password = randomBytes(24).toString('hex');
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    own(unfinished, user);
    writePassword(passwordFile, password, user);
    await runInitdb(unfinished, passwordFile, nativeDir, user);
    writePassword(join(unfinished, PASSWORD_FILE), password, user);
    renameSync(unfinished, cluster);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(dir: string, passwordFile: string, nativeDir: string, user: ServerUser | undefined): Promise<void> {
  const args = ['-D', dir, '-U', DATABASE, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions',
    '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(join(nativeDir, 'bin/initdb'), args, { cwd: '/', env: environmentOf(), ...user && { uid: user.uid, gid: user.gid } });
  } catch (error) {
    const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new PlainError(`The built-in database could not be created in ${dirname(dir)}: ${stderr.split('\n').at(-1) || messageOf(error)}`);
  }
}

function writePassword(path: string, password: string, user: ServerUser | undefined): void {
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  own(path, user);
}

function own(path: string, user: ServerUser | undefined): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function removeUnfinished(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}
