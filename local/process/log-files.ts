import { closeSync, copyFileSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** How large a log may grow before another is begun, bytes, and how many of them are kept, the present one included. */
export interface LogBounds {
  readonly maxBytes: number;
  readonly files: number;
}

const BOUNDS: LogBounds = { maxBytes: 10 * 1024 * 1024, files: 5 };
const LOOK_EVERY_MS = 30_000;

/** A log that is written by this process, line by line. */
export interface LogFile {
  write(line: string): void;
  close(): void;
}

/**
 * Opens a log for appending, making its folder if needed. As soon as it would pass its bounds it is renamed to `<name>.1`, the one before to
 * `<name>.2` and so on, and the oldest goes: a process that runs for a year keeps 50 MB. No line is cut and none is lost.
 */
export function openLogFile(path: string, { maxBytes, files }: LogBounds = BOUNDS): LogFile {
  let fd = openForAppending(path);
  let bytes = fstatSync(fd).size;
  return {
    write(line) {
      const text = Buffer.from(`${line}\n`);
      if (bytes > 0 && bytes + text.length > maxBytes) {
        closeSync(fd);
        shift(path, files);
        fd = openForAppending(path);
        bytes = 0;
      }
      writeSync(fd, text);
      bytes += text.length;
    },
    close: () => closeSync(fd),
  };
}

/** The file descriptor of a log that another process writes, which may outlive this one; {@link keepBounded} keeps it bounded. */
export function openForAppending(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a', 0o640);
}

/**
 * Looks now and every half minute at a log that another process holds open, and begins it anew once it has passed its bounds. It is copied and
 * emptied, because its writer cannot be told of another name: what is written between the two, some milliseconds, is lost.
 * Gives what ends the looking.
 */
export function keepBounded(path: string, bounds: LogBounds = BOUNDS, everyMs = LOOK_EVERY_MS): () => void {
  const look = () => {
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= bounds.maxBytes) return;
      shift(path, bounds.files, copyFileSync);
      truncateSync(path);
    } catch {
      // A full or vanished disk: the next look tries again.
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function shift(path: string, files: number, moveFirst: (from: string, to: string) => void = renameSync): void {
  const name = (index: number) => (index === 0 ? path : `${path}.${index}`);
  rmSync(name(files - 1), { force: true });
  for (let index = files - 2; index >= 0; index -= 1) {
    if (statSync(name(index), { throwIfNoEntry: false })) (index === 0 ? moveFirst : renameSync)(name(index), name(index + 1));
  }
}
