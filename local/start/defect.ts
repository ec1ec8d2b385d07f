import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, PlainError } from '../plain-error';

/** Writes an unforeseen error with its trace to `start.log` in `logs` and gives the sentence for the person. */
export function reportDefect(error: unknown, logs: string): PlainError {
  const file = join(logs, 'start.log');
  mkdirSync(logs, { recursive: true });
  appendFileSync(file, `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`);
  return new PlainError(`Something unforeseen happened: ${messageOf(error).replace(/\.?$/, '.')} The details are in ${file}.`);
}
