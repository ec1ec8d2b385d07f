import { existsSync, readFileSync } from 'node:fs';

/** The JSON report of a suite; undefined when there is none, or it is cut. */
export function readReport(file: string): unknown {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
