import { compareCursors, asCursor, type Cursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';

const KEEP = 500;

/** An event with its place on the log. */
export interface JournalEntry {
  readonly event: WireEvent;
  readonly cursor: Cursor;
}

/**
 * The last events of this page with their places. An answer of the server knows nothing of what happened while it
 * was on its way; replaying what came after the answer's cursor makes up for that.
 */
export interface EventJournal {
  add(event: WireEvent, cursor: Cursor): void;
  /** Entries after a place, oldest first. No place, or one of another life of the log: all that are kept. */
  after(cursor: string | null): readonly JournalEntry[];
  /** Whether nothing is missing between a place and the newest entry. */
  covers(cursor: string | null): boolean;
  /** Forgets all and begins at a place. */
  begin(origin: Cursor | null): void;
}

/** An empty journal that keeps the last 500 events. */
export function createEventJournal(): EventJournal {
  let entries: JournalEntry[] = [];
  let origin: Cursor | null = null;
  return {
    add(event, cursor) {
      entries.push({ event, cursor });
      if (entries.length <= KEEP) return;
      origin = entries[entries.length - KEEP - 1]?.cursor ?? origin;
      entries = entries.slice(-KEEP);
    },
    after(text) {
      const from = asCursor(text);
      return entries.filter(({ cursor }) => !from || (compareCursors(cursor, from) ?? 1) > 0);
    },
    covers(text) {
      const from = asCursor(text);
      return from !== null && origin !== null && (compareCursors(from, origin) ?? -1) >= 0;
    },
    begin(place) {
      entries = [];
      origin = place;
    },
  };
}
