import { mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const KEEP_BYTES = 5 * 1024 * 1024;

/**
 * Opens a log file for appending and gives its file descriptor, making its folder if needed. A file
 * above 5 MB is first renamed to `<name>.1`, replacing the one before, so logs stay bounded.
 */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > KEEP_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o640);
}
