import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { openForAppending } from '../process/log-files';
import { waitUntil } from '../process/wait-until';
import { environmentOf } from './environment';
import { readPostmasterPid } from './postmaster-pid';
import { serverArguments } from './server-settings';
import type { ServerUser } from './server-user';

/** Recovery after a power cut replays the log, so this is long. */
const READY_MS = 300_000;

/** What is needed to launch: real paths, the account, the port and where its log goes. */
export interface LaunchInput {
  cluster: string;
  nativeDir: string;
  user: ServerUser | undefined;
  port: number;
  logFile: string;
}

/** How a launch ended. */
export type Launched = { pid: number; exited: Promise<void> } | 'port-taken';

/**
 * Starts the server in a session of its own, so that Ctrl-C in a terminal does not reach it before the
 * web server has ended, and waits until it accepts connections. Its log is a file, not a pipe: it must
 * outlive us. Throws a {@link PlainError} with the server's own last words when it ends instead.
 */
export async function launch({ cluster, nativeDir, user, port, logFile }: LaunchInput): Promise<Launched> {
  const log = openForAppending(logFile);
  const from = fstatSync(log).size;
  const child = spawn(join(nativeDir, 'bin/postgres'), serverArguments(cluster, port), {
    cwd: '/',
    detached: true,
    env: environmentOf(),
    stdio: ['ignore', log, log],
    ...user && { uid: user.uid, gid: user.gid },
  });
  closeSync(log);
  child.unref();
  const exited = exitOf(child);
  let ended = false;
  void exited.then(() => (ended = true));
  const ready = await waitUntil(
    () => ended || (readPostmasterPid(cluster)?.pid === child.pid && readPostmasterPid(cluster)?.status === 'ready'),
    { timeoutMs: READY_MS, everyMs: 10 },
  );
  if (ready && !ended && child.pid) return { pid: child.pid, exited };
  const words = readFrom(logFile, from);
  if (ended && /could not bind|Address already in use/.test(words)) return 'port-taken';
  throw new PlainError(`PostgreSQL did not start: ${lastWords(words)} Its log is ${logFile}.`);
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

function readFrom(path: string, offset: number): string {
  const fd = openSync(path, 'r');
  try {
    return readFileSync(fd).subarray(offset).toString('utf8');
  } finally {
    closeSync(fd);
  }
}

function lastWords(text: string): string {
  const lines = text.trim().split('\n').filter(Boolean);
  const fatal = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1);
  return fatal ? `${fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').replace(/\.?$/, '.')}` : 'it ended without a word or did not get ready in five minutes.';
}
