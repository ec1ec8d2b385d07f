import { WRITTEN_KINDS, type LogEntry } from '@/lib/protocol/room';
import { isOpenQuestion, type EntryView } from './log-view';

/** What can be done with an entry. Null where this person or this room does not allow it. */
export interface EntryCommands {
  readonly select: (view: EntryView) => void;
  readonly jumpTo: (entryId: string) => void;
  readonly answer: ((view: EntryView) => void) | null;
  readonly correct: ((view: EntryView) => void) | null;
  readonly pin: ((entry: LogEntry) => void) | null;
}

/** Whether an entry waits for an answer that can be given here. */
export function canAnswer(view: EntryView, { answer }: EntryCommands): boolean {
  return answer !== null && isOpenQuestion(view);
}

/** Whether what an entry says can be corrected here. What the system wrote is as it is. */
export function canCorrect({ entry }: EntryView, { correct }: EntryCommands): boolean {
  return correct !== null && WRITTEN_KINDS.some((kind) => kind === entry.kind);
}
