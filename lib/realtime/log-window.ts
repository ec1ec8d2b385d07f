import { createMutex } from '@/lib/core/mutex';
import { singleFlight } from '@/lib/core/single-flight';
import { MAX_REPLAY_EVENTS } from '@/lib/protocol/constants';
import { compareStreamIds, formatCursor, parseCursor, type Cursor, type StreamId } from '@/lib/protocol/cursor';
import type { ResetReason } from '@/lib/protocol/frames';
import type { EventLog, LogEntry } from './event-log';

const READ_COUNT = 1_000;
const MAX_WINDOW_BYTES = 16 * 1024 * 1024;

/** Where a cursor leads: on from `position`, or back to the snapshot. */
export type Resume = { readonly position: StreamId } | { readonly reset: ResetReason };

/**
 * The newest stretch of the log in memory, shared by all readers of one process. However many ask at once,
 * one read of the log answers them. Entries are unique by event id: a doubled append shows once.
 */
export interface LogWindow {
  readonly epoch: string;
  /** Everything up to here is known. */
  readonly position: StreamId;
  /** The first position that can be served from memory. */
  readonly start: StreamId;
  /** Grows each time the window was begun anew: what was told before is void then. */
  readonly generation: number;
  cursorAt(position: StreamId): Cursor;
  /** Learns where the log ends, without its past. Throws when the log cannot be read. */
  open(): Promise<void>;
  /** Reads what is new. Throws when the log cannot be read; nothing is lost by that. */
  refresh(): Promise<void>;
  /** Finds the place of a cursor, reading older entries once when it must. Throws when the log cannot be read. */
  resume(text: string): Promise<Resume>;
  /** Entries after a position, oldest first. Only complete for positions from `start` on. */
  after(position: StreamId): readonly LogEntry[];
}

/** A window on a log, closed until `open()`. Holds at most MAX_REPLAY_EVENTS entries and 16 MiB of text. */
export function createLogWindow(log: EventLog): LogWindow {
  const exclusive = createMutex();
  let epoch = '';
  let generation = 0;
  let position: StreamId = '0-0';
  let start: StreamId = '0-0';
  /** What lies before the window: not looked at yet, nothing (it holds all that the log had), or more than fits. */
  let past: 'unread' | 'none' | 'too_much' = 'unread';
  let entries: LogEntry[] = [];
  let sizeBytes = 0;
  let seen = new Set<string>();

  async function open(): Promise<void> {
    const ends = await log.ends();
    epoch = ends.epoch;
    generation += 1;
    position = start = ends.last;
    past = 'unread';
    entries = [];
    sizeBytes = 0;
    seen = new Set();
  }

  function accept(entry: LogEntry): boolean {
    if (seen.has(entry.eventId)) return false;
    seen.add(entry.eventId);
    sizeBytes += entry.json.length;
    return true;
  }

  function shrink(): void {
    let drop = 0;
    for (const oldest of entries) {
      if (entries.length - drop <= MAX_REPLAY_EVENTS && sizeBytes <= MAX_WINDOW_BYTES) break;
      sizeBytes -= oldest.json.length;
      seen.delete(oldest.eventId);
      start = oldest.streamId;
      drop += 1;
    }
    if (drop === 0) return;
    entries = entries.slice(drop);
    past = 'too_much';
  }

  async function refresh(): Promise<void> {
    for (;;) {
      const read = await log.readAfter(position, READ_COUNT);
      if (read.epoch !== epoch) return open();
      entries.push(...read.entries.filter(accept));
      position = read.last;
      shrink();
      if (!read.full) return;
    }
  }

  /** A log that lost its newest entries but kept its name would hide a gap: its end must not lie before ours. */
  async function verify(): Promise<void> {
    await refresh();
    const ends = await log.ends();
    if (ends.epoch !== epoch || compareStreamIds(ends.last, position) < 0) await open();
  }

  /** Reads back to where the log begins, or to what fits. Done once: a window that was ever full stays full. */
  async function backfill(): Promise<void> {
    while (past === 'unread') {
      // One more than there is room for: the entry at `start` is read again, or fills the window.
      const read = await log.readUpTo(start, Math.min(MAX_REPLAY_EVENTS - entries.length + 1, READ_COUNT));
      if (read.epoch !== epoch) return open();
      const older = read.entries.filter(accept);
      entries = [...older, ...entries];
      if (!read.full) await reachBack();
      else if (older[0]) start = older[0].streamId;
      else past = 'too_much';
      shrink();
    }
  }

  /** Asked after the entries were read, so that what was trimmed meanwhile is not taken for read. */
  async function reachBack(): Promise<void> {
    const ends = await log.ends();
    // Of another life of the log: the next read finds that out.
    if (ends.epoch !== epoch) return;
    if (ends.first && compareStreamIds(ends.first, start) < 0) start = ends.first;
    past = 'none';
  }

  const sharedRefresh = singleFlight(() => exclusive(refresh));
  const sharedVerify = singleFlight(() => exclusive(verify));
  const sharedBackfill = singleFlight(() => exclusive(backfill));

  return {
    get epoch() {
      return epoch;
    },
    get generation() {
      return generation;
    },
    get position() {
      return position;
    },
    get start() {
      return start;
    },
    cursorAt: (at) => formatCursor(epoch, at),
    open: singleFlight(() => exclusive(open)),
    refresh: sharedRefresh,
    async resume(text) {
      const cursor = parseCursor(text);
      if (!cursor) return { reset: 'malformed' };
      // Another instance may have read further than this one, or the log may have begun anew: ask the log itself.
      if (cursor.epoch !== epoch || compareStreamIds(cursor.streamId, position) > 0) await sharedVerify();
      if (cursor.epoch !== epoch) return { reset: 'foreign_epoch' };
      if (compareStreamIds(cursor.streamId, position) > 0) return { reset: 'ahead' };
      if (compareStreamIds(cursor.streamId, start) < 0) await sharedBackfill();
      if (cursor.epoch !== epoch) return { reset: 'foreign_epoch' };
      if (compareStreamIds(cursor.streamId, start) < 0) return { reset: past === 'none' ? 'trimmed' : 'too_many' };
      return { position: cursor.streamId };
    },
    after(from) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const entry = entries[middle];
        if (entry && compareStreamIds(entry.streamId, from) > 0) high = middle;
        else low = middle + 1;
      }
      return entries.slice(low);
    },
  };
}
