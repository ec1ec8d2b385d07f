import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until `check` gives something other than false, null or undefined, asking every `everyMs`.
 * For states that no event tells about: another process's end, a file written by it.
 * Gives that value, or undefined after `timeoutMs`. With `ref: false` the wait alone keeps no process alive.
 */
export async function waitUntil<T>(
  check: () => T | Promise<T>,
  { timeoutMs, everyMs = 25, ref = true }: { timeoutMs: number; everyMs?: number; ref?: boolean },
): Promise<Exclude<T, false | null | undefined> | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (isPresent(value)) return value;
    if (performance.now() >= deadline) return undefined;
    await delay(everyMs, undefined, { ref });
  }
}

function isPresent<T>(value: T): value is Exclude<T, false | null | undefined> {
  return value !== false && value !== null && value !== undefined;
}
