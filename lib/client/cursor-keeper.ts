import { compareCursors, type Cursor } from '@/lib/protocol/cursor';

/**
 * Where a client stands on the log. While it hears only some topics (`narrow`), it also remembers from where the
 * others are still owed; the next stream with all topics begins there.
 */
export interface CursorKeeper {
  readonly cursor: Cursor | null;
  /** Where a new stream must begin. */
  from(hearsAll: boolean): Cursor | null;
  /** Moves on to a place that a stream, or a poll, has reached. Never back. */
  reach(place: Cursor, hearsAll: boolean): void;
  /** A new life of the log, or a first place: whatever was known is void. */
  set(place: Cursor | null): void;
}

/** A keeper that stands at `start`. */
export function createCursorKeeper(start: Cursor | null = null): CursorKeeper {
  let cursor = start;
  let owedFrom: Cursor | null = null;
  return {
    get cursor() {
      return cursor;
    },
    from: (hearsAll) => (hearsAll ? (owedFrom ?? cursor) : cursor),
    reach(place, hearsAll) {
      if (!hearsAll) owedFrom ??= cursor;
      const ahead = cursor === null || (compareCursors(place, cursor) ?? 1) >= 0;
      if (hearsAll && owedFrom !== null) owedFrom = ahead ? null : place;
      if (ahead) cursor = place;
    },
    set(place) {
      cursor = place;
      owedFrom = null;
    },
  };
}
