import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const hasProc = process.platform === 'linux';

/** The error code (`ENOENT`, `EPERM`, …) of a failed system call, or undefined. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function ps(pid: number, field: string): string | undefined {
  try {
    const text = execFileSync('ps', ['-ww', '-p', String(pid), '-o', `${field}=`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/PID/stat` after the command name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process runs. A zombie (ended, not yet collected by its parent) does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (hasProc) {
    const state = statFields(pid)?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return !(ps(pid, 'stat') ?? 'Z').startsWith('Z');
}

/**
 * A text that differs between two processes that had the same id one after the other; undefined when
 * the process is gone. Kept beside an id in files, because ids are reused.
 */
export function birthOf(pid: number): string | undefined {
  return hasProc ? statFields(pid)?.[19] : ps(pid, 'lstart');
}

/** The id of a process's parent; undefined when it is gone, or where asking costs a program start (not Linux). */
export function parentOf(pid: number): number | undefined {
  const parent = hasProc ? statFields(pid)?.[1] : undefined;
  return parent === undefined ? undefined : Number(parent);
}

/** The command line of a process with spaces between arguments; empty when it is gone. */
export function commandLineOf(pid: number): string {
  if (!hasProc) return ps(pid, 'command') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** The ids of the processes whose working folder is `dir` (a real path), as far as this user may see them. */
export function processesIn(dir: string): number[] {
  if (!hasProc) return processesInByLsof(dir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === dir && isAlive(pid);
      } catch {
        return false;
      }
    });
}

function processesInByLsof(dir: string): number[] {
  try {
    const text = execFileSync('lsof', ['-a', '-d', 'cwd', '-Fp', dir], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...text.matchAll(/^p(\d+)$/gm)].map((match) => Number(match[1]));
  } catch {
    return [];
  }
}
