import { readlinkSync, rmSync } from 'node:fs';
import { PlainError } from '../plain-error';
import { codeOf, commandLineOf, isAlive, processesIn } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { postmasterPidPath, readPostmasterPid } from './postmaster-pid';

const STOPPING_MS = 60_000;
const STARTING_MS = 300_000;
const ORPHANS_MS = 15_000;

/** A server that serves this cluster already. */
export interface RunningServer {
  pid: number;
  port: number;
}

/**
 * The server that already runs on `cluster` (a real path) and is ready, or undefined once nothing stands
 * in the way of a new one: a stale pid file is removed, left-over processes are ended, a stopping server
 * is waited for. Throws a {@link PlainError} when one will not end.
 */
export async function settleCluster(cluster: string, log: (line: string) => void): Promise<RunningServer | undefined> {
  const file = readPostmasterPid(cluster);
  if (file && isPostmaster(file.pid, cluster)) {
    const ready = await waitReady(cluster, file.pid);
    if (ready) return ready;
  }
  await endOrphans(cluster, log);
  // Its process is gone or another program got the id; PostgreSQL itself would refuse to start.
  rmSync(postmasterPidPath(cluster), { force: true });
  return undefined;
}

/** Whether `pid` is the server of this very cluster, not another program that got the same id. */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const line = commandLineOf(pid);
  if (!/(^|\/)postgres(\s|$)/.test(line)) return false;
  return `${line} `.includes(` -D ${cluster} `) || workingFolder(pid) === cluster;
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

async function waitReady(cluster: string, pid: number): Promise<RunningServer | undefined> {
  const stopping = readPostmasterPid(cluster)?.status === 'stopping';
  const settled = await waitUntil(
    () => {
      if (!isAlive(pid)) return 'gone';
      const now = readPostmasterPid(cluster);
      return now?.pid === pid && now.status === 'ready' && now.port ? { pid, port: now.port } : undefined;
    },
    { timeoutMs: stopping ? STOPPING_MS : STARTING_MS },
  );
  if (settled === 'gone') return undefined;
  if (settled) return settled;
  throw new PlainError(
    `A PostgreSQL server (process ${pid}) on ${cluster} is still ${stopping ? 'stopping' : 'starting'}. Wait for it, or end it with "kill -INT ${pid}", then start again.`,
  );
}

/**
 * A server killed outright leaves busy backends behind, and they block the next start. SIGQUIT makes them
 * give up at once; the write-ahead log brings back every committed change.
 */
async function endOrphans(cluster: string, log: (line: string) => void): Promise<void> {
  const orphans = processesIn(cluster).filter((pid) => /(^|\/)postgres(:|\s|$)/.test(commandLineOf(pid)));
  if (orphans.length === 0) return;
  log(`Ending ${orphans.length} left-over database process${orphans.length === 1 ? '' : 'es'} of a killed server.`);
  for (const pid of orphans) quit(pid);
  const gone = await waitUntil(() => orphans.every((pid) => !isAlive(pid)), { timeoutMs: ORPHANS_MS });
  if (gone) return;
  const left = orphans.filter(isAlive).join(', ');
  throw new PlainError(`Left-over database processes (${left}) on ${cluster} do not end. End them with "kill -QUIT", then start again.`);
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
