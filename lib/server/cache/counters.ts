import 'server-only';

/** What became of requests for something expensive: found, computed, or given somebody else's computation. Since the process began. */
export interface DedupCounts {
  hits: number;
  misses: number;
  shared: number;
}

/** What shares computations; the label of its figures. */
export type DedupKind = 'cards' | 'reads';

// Kept on the global object: the routes of a process may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomDedup?: Record<DedupKind, DedupCounts> };

/** The counts of this process. */
export function dedupCounts(): Record<DedupKind, DedupCounts> {
  kept.watchroomDedup ??= { cards: { hits: 0, misses: 0, shared: 0 }, reads: { hits: 0, misses: 0, shared: 0 } };
  return kept.watchroomDedup;
}
