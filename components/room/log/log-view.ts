import type { OutboxItem } from '@/components/room/outbox/outbox-item';
import type { LogEntry } from '@/lib/protocol/room';

/** An entry with what later entries say about it. */
export interface EntryView {
  readonly entry: LogEntry;
  /** What replaced its text, oldest first; the last one counts. */
  readonly corrections: readonly LogEntry[];
  /** Answers to this question or order. */
  readonly answers: readonly LogEntry[];
  /** The entry that this one answers or corrects, if it is loaded. */
  readonly about: LogEntry | null;
}

/** One row of the log. `key` stays the same when something unsent arrives as an entry. */
export type LogRow =
  | { readonly type: 'entry'; readonly key: string; readonly view: EntryView }
  | { readonly type: 'unread'; readonly key: string; readonly count: number }
  | { readonly type: 'unsent'; readonly key: string; readonly item: OutboxItem };

/** The log as it is shown. */
export interface LogView {
  readonly rows: readonly LogRow[];
  readonly pinned: readonly EntryView[];
  /** Questions and orders without an answer, oldest first. */
  readonly open: readonly EntryView[];
  /** Where the line before the first unread entry stands among the rows; -1 without one. */
  readonly unreadAt: number;
  readonly byId: ReadonlyMap<string, EntryView>;
}

interface LogInput {
  /** By `seq`. */
  readonly entries: readonly LogEntry[];
  /** What this user wrote here that may not be among them yet. */
  readonly unsent: readonly OutboxItem[];
  /** The newest `seq` that was looked at; null for somebody who was never here. */
  readonly readSeq: number | null;
  readonly userId: string;
}

/** Brings entries, corrections, answers, unsent entries and the unread line together. */
export function logView({ entries, unsent, readSeq, userId }: LogInput): LogView {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const corrections = new Map<string, LogEntry[]>();
  const answers = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (entry.inReplyTo) append(answers, entry.inReplyTo, entry);
    // A correction of a correction counts for the first entry as well.
    for (let at: LogEntry | undefined = entry; at?.supersedesId; at = known.get(at.supersedesId)) append(corrections, at.supersedesId, entry);
  }

  const byId = new Map<string, EntryView>();
  for (const entry of entries) {
    byId.set(entry.id, {
      entry,
      corrections: corrections.get(entry.id) ?? [],
      answers: answers.get(entry.id) ?? [],
      about: known.get(entry.inReplyTo ?? entry.supersedesId ?? '') ?? null,
    });
  }
  const views = [...byId.values()];

  const rows: LogRow[] = views.map((view) => ({ type: 'entry', key: view.entry.clientMsgId ?? view.entry.id, view }));
  const unreadAt = insertUnreadLine(rows, readSeq, userId);
  const arrived = new Set(rows.map(({ key }) => key));
  for (const item of unsent) {
    if (!arrived.has(item.entry.clientMsgId)) rows.push({ type: 'unsent', key: item.entry.clientMsgId, item });
  }
  return {
    rows,
    pinned: views.filter(({ entry }) => entry.pinned),
    open: views.filter((view) => isOpenQuestion(view)),
    unreadAt,
    byId,
  };
}

/** Whether an entry asks or orders something that nobody has answered. */
export function isOpenQuestion({ entry, answers }: EntryView): boolean {
  return entry.kind === 'intervention' && answers.length === 0;
}

/** What an entry says now, after its corrections. */
export function currentText({ entry, corrections }: EntryView): string {
  return corrections.at(-1)?.text ?? entry.text;
}

/** How many entries of others came after a `seq`. */
export function countNew(entries: readonly LogEntry[], afterSeq: number, userId: string): number {
  let count = 0;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry || entry.seq <= afterSeq) break;
    if (entry.speaker.userId !== userId) count += 1;
  }
  return count;
}

function insertUnreadLine(rows: LogRow[], readSeq: number | null, userId: string): number {
  if (readSeq === null) return -1;
  const isUnread = (row: LogRow) => row.type === 'entry' && row.view.entry.seq > readSeq && row.view.entry.speaker.userId !== userId;
  const at = rows.findIndex(isUnread);
  if (at === -1) return -1;
  rows.splice(at, 0, { type: 'unread', key: 'unread', count: rows.filter(isUnread).length });
  return at;
}

function append(map: Map<string, LogEntry[]>, key: string, entry: LogEntry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
