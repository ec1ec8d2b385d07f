import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { type FileLock, tryLock } from '../process/file-lock';

/** Claims the data folder for this start. Throws a {@link PlainError} when another living start has it. */
export function lockDataFolder(dataDir: string, port: number): FileLock {
  const taken = tryLock(join(dataDir, 'run.lock'), `port ${port}`);
  if ('lock' in taken) return taken.lock;
  const { pid, note } = taken.owner;
  throw new PlainError(
    `Another Watchroom (process ${pid}${note && `, ${note}`}) uses the data folder ${dataDir}. Stop it first, or set WATCHROOM_DATA to a folder for this copy.`,
  );
}
