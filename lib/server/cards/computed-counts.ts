import 'server-only';

/** How often a card was computed by this process, and how long that took. */
export interface ComputedCount {
  succeeded: number;
  failed: number;
  totalMs: number;
}

// Kept on the global object: the routes of a process may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomComputed?: Map<string, ComputedCount> };

/** The counts by card. */
export function computedCounts(): Map<string, ComputedCount> {
  kept.watchroomComputed ??= new Map();
  return kept.watchroomComputed;
}

/** Counts one computation. */
export function noteComputed(key: string, durationMs: number, succeeded: boolean): void {
  const count = computedCounts().get(key) ?? { succeeded: 0, failed: 0, totalMs: 0 };
  count[succeeded ? 'succeeded' : 'failed'] += 1;
  count.totalMs += durationMs;
  computedCounts().set(key, count);
}
