import { waitUntil } from '@/local/process/wait-until';

const TIMEOUT_MS = 15_000;

/**
 * Waits for something that no event tells about, such as a row in the database. Looks every `everyMs`. Gives what `check` gave.
 * Throws naming `what` when it has not come after `timeoutMs`.
 */
export async function eventually<T>(
  what: string,
  check: () => T | Promise<T>,
  timeoutMs = TIMEOUT_MS,
  everyMs = 50,
): Promise<Exclude<T, false | null | undefined>> {
  const value = await waitUntil(check, { timeoutMs, everyMs });
  if (value === undefined) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
  return value;
}
