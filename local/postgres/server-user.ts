import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { PlainError } from '../plain-error';

/** The account that PostgreSQL runs as when Watchroom itself runs as root. */
export interface ServerUser {
  uid: number;
  gid: number;
  name: string;
}

const NAME = 'watchroom';

/**
 * PostgreSQL refuses to run as root. Gives the account to use instead, or undefined when we are not root
 * and it simply runs as us. In order: the owner of an existing `cluster`, the account `watchroom`
 * (created if possible), the account that called sudo, `nobody`.
 */
export function serverUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(cluster) ?? accountNamed(NAME) ?? createAccount() ?? sudoCaller() ?? accountNamed('nobody') ?? fail();
}

function ownerOf(cluster: string): ServerUser | undefined {
  const stat = statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid, name: `user ${stat.uid}` } : undefined;
}

function accountNamed(name: string): ServerUser | undefined {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid && gid ? { uid, gid, name } : undefined;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number(stdout);
  // macOS gives nobody the id -2, which process creation does not take.
  return status === 0 && Number.isInteger(id) && id > 0 ? id : undefined;
}

function createAccount(): ServerUser | undefined {
  const shell = '/usr/sbin/nologin';
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, NAME],
    ['adduser', '-S', '-D', '-H', '-s', shell, NAME],
  ];
  for (const [command = '', ...args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    // Asked anew instead of trusting the exit code: another start may have created it meanwhile.
    const account = accountNamed(NAME);
    if (account) return account;
  }
  return undefined;
}

function sudoCaller(): ServerUser | undefined {
  const uid = Number(process.env.SUDO_UID);
  const gid = Number(process.env.SUDO_GID);
  return uid > 0 && gid > 0 ? { uid, gid, name: process.env.SUDO_USER ?? `user ${uid}` } : undefined;
}

function fail(): never {
  throw new PlainError(
    'PostgreSQL refuses to run as root and no other account could be found or created. Start Watchroom as a normal user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/**
 * Whether `user` may enter `dir`, tried for real because access lists and mounts make mode bits lie.
 * Throws a {@link PlainError} when root may not act as another user here.
 */
export function canEnter(user: ServerUser, dir: string): boolean {
  return runAs(user, '/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', dir]);
}

/** Whether `user` can run the PostgreSQL programs in `nativeDir`, libraries and shared files included. */
export function canRun(user: ServerUser, nativeDir: string): boolean {
  const probe = '"$1/bin/postgres" -V && "$1/bin/initdb" -V && test -r "$1/share/postgresql/postgres.bki"';
  return runAs(user, '/bin/sh', ['-c', probe, 'sh', nativeDir]);
}

function runAs(user: ServerUser, command: string, args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' });
  if (error) {
    throw new PlainError(
      `PostgreSQL refuses to run as root, and this system does not let root start programs as ${user.name} (${error.message}). Start Watchroom as a normal user, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  return status === 0;
}
