import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../process/process-table';

/** What a running PostgreSQL server writes about itself. */
export interface PostmasterPid {
  pid: number;
  /** TCP port, or undefined while it is not yet written. */
  port: number | undefined;
  /** `starting`, `ready`, `stopping`, `standby`, or empty while it is not yet written. */
  status: string;
}

/** Path of the file in the folder of the database files. */
export function postmasterPidPath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** Reads a `postmaster.pid` (PostgreSQL, `miscadmin.h`, LOCK_FILE_LINE_*); undefined when its first line is no id. */
export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  // A negative id marks a server in single-user mode.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined, status: lines[7] ?? '' };
}

/** The file of this cluster, or undefined when there is none. */
export function readPostmasterPid(cluster: string): PostmasterPid | undefined {
  try {
    return parsePostmasterPid(readFileSync(postmasterPidPath(cluster), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
