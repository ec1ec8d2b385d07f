import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { birthOf, codeOf, isAlive } from './process-table';
import { waitUntil } from './wait-until';

/** A lock held by this process. `release` gives it back; doing so twice is harmless. */
export interface FileLock {
  release(): void;
}

/** The process that holds a lock. */
export interface LockOwner {
  pid: number;
  /** Free text of the holder, for the sentence shown to the one who is kept out. */
  note: string;
}

/** Longer than the few file operations done under it, so an older one was left by a crash. */
const TAKEOVER_STALE_MS = 10_000;

/**
 * Takes the lock file `path`, or says who has it. The file names its owner by id and birth time, so a
 * lock left by a killed process, whose id may be in use again, is taken over.
 */
export function tryLock(path: string, note = ''): { lock: FileLock } | { owner: LockOwner } {
  const content = `${process.pid}\n${birthOf(process.pid) ?? ''}\n${randomUUID()}\n${note}\n`;
  if (create(path, content)) return { lock: heldLock(path, content) };
  const owner = readOwner(path);
  if (owner) return { owner };
  // Two processes may both see the dead owner; only the one with the takeover file may remove it.
  const takeover = `${path}.takeover`;
  if (!create(takeover, content)) {
    dropOldTakeover(takeover);
    return { owner: { pid: 0, note: '' } };
  }
  try {
    const second = readOwner(path);
    if (second) return { owner: second };
    remove(path);
    return create(path, content) ? { lock: heldLock(path, content) } : { owner: { pid: 0, note: '' } };
  } finally {
    remove(takeover);
  }
}

/** As {@link tryLock}, waiting up to `timeoutMs` for the owner to give it back. */
export async function waitForLock(path: string, timeoutMs: number, note = ''): Promise<{ lock: FileLock } | { owner: LockOwner }> {
  let last = tryLock(path, note);
  await waitUntil(() => 'lock' in last || 'lock' in (last = tryLock(path, note)), { timeoutMs, everyMs: 50 });
  return last;
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The living owner; null when the file is gone, cut short, or its owner is. */
function readOwner(path: string): LockOwner | null {
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  // Written in one go, but a reader may come between creating and writing: young and empty is in use.
  if (lines.length < 4) return ageMs(path) < TAKEOVER_STALE_MS ? { pid: 0, note: '' } : null;
  return isAlive(pid) && (birthOf(pid) ?? '') === lines[1] ? { pid, note: lines[3] ?? '' } : null;
}

function heldLock(path: string, content: string): FileLock {
  return {
    release() {
      try {
        if (readFileSync(path, 'utf8') === content) unlinkSync(path);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    },
  };
}

function dropOldTakeover(path: string): void {
  if (ageMs(path) > TAKEOVER_STALE_MS) remove(path);
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
