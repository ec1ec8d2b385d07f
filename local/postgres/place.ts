import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf, PlainError } from '../plain-error';
import type { Binaries } from './binaries';
import { canEnter, canRun, type ServerUser } from './server-user';

/** Where things are that PostgreSQL's own account cannot reach in the checkout, as under /root. */
const ELSEWHERE = '/var/lib/watchroom';
const POINTER = 'cluster-is-in';
const BELONGS_TO = 'belongs-to';

/** The folder of the database files for `dataDir`, without looking at whether it exists. */
export function clusterOf(dataDir: string): string {
  const pointer = join(dataDir, POINTER);
  return existsSync(pointer) ? join(readFileSync(pointer, 'utf8').trim(), 'cluster') : join(dataDir, 'cluster');
}

/**
 * Chooses the folder for the database files so that `user` can enter it: inside `dataDir`, else a folder
 * of its own under /var/lib/watchroom, remembered in `dataDir`. Throws a {@link PlainError} when neither works.
 */
export function placeCluster(dataDir: string, user: ServerUser | undefined, log: (line: string) => void): string {
  if (!user || (!existsSync(join(dataDir, POINTER)) && canEnter(user, dataDir))) return join(dataDir, 'cluster');
  const known = knownElsewhere(dataDir);
  if (known) return join(known, 'cluster');
  const fresh = join(ELSEWHERE, randomBytes(4).toString('hex'));
  makeElsewhere(fresh);
  if (!canEnter(user, fresh)) throw unreachable(dataDir, user);
  writeFileSync(join(fresh, BELONGS_TO), dataDir);
  writeFileSync(join(dataDir, POINTER), fresh);
  log(`The database files are in ${fresh}, because PostgreSQL runs as ${user.name}, who cannot enter ${dataDir}.`);
  return join(fresh, 'cluster');
}

/** The remembered folder, unless `dataDir` is a copy of another that still uses it. */
function knownElsewhere(dataDir: string): string | undefined {
  const pointer = join(dataDir, POINTER);
  if (!existsSync(pointer)) return undefined;
  const place = readFileSync(pointer, 'utf8').trim();
  if (!existsSync(join(place, BELONGS_TO))) return undefined;
  const owner = readFileSync(join(place, BELONGS_TO), 'utf8').trim();
  if (owner !== dataDir && existsSync(join(owner, POINTER))) return undefined;
  writeFileSync(join(place, BELONGS_TO), dataDir);
  return place;
}

/** The programs where `user` can run them: as installed, else a copy made once per version. */
export function placeBinaries({ nativeDir, version }: Binaries, user: ServerUser | undefined): string {
  if (!user || canRun(user, nativeDir)) return nativeDir;
  const copy = join(ELSEWHERE, `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(nativeDir, copy);
  if (!canRun(user, copy)) {
    throw new PlainError(
      `PostgreSQL runs as ${user.name}, who can run its programs neither in ${nativeDir} nor in ${copy}. Move the checkout to a folder that other accounts can enter, or start as a normal user.`,
    );
  }
  return copy;
}

function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.new-${process.pid}`;
  makeElsewhere(dirname(to));
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start may have finished the same copy first.
    if (!existsSync(to)) throw error;
  }
}

/** A strict umask at install time leaves files that only root can read. */
function openToAll(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, path.includes('/bin/') || path.includes('.so') ? 0o755 : 0o644);
  }
}

function makeElsewhere(dir: string): void {
  try {
    for (const path of [ELSEWHERE, dir]) {
      mkdirSync(path, { recursive: true });
      chmodSync(path, 0o755);
    }
  } catch (error) {
    throw new PlainError(
      `PostgreSQL's own account cannot enter this checkout, and a folder under ${ELSEWHERE} cannot be made (${messageOf(error)}). Set WATCHROOM_DATA to a folder outside of /root, or start as a normal user.`,
    );
  }
}

function unreachable(dataDir: string, user: ServerUser): PlainError {
  return new PlainError(
    `PostgreSQL runs as ${user.name}, who can enter neither ${dataDir} nor ${ELSEWHERE}. Set WATCHROOM_DATA to a folder that other accounts can enter, or start as a normal user.`,
  );
}
