import { oneLine } from './one-line';

const MOST_CHARACTERS = 1_000;
const MOST_CAUSES = 4;

/** One line to the log. The one way to it: whatever text from outside is in it stays on one bounded line (S2). */
export function logInfo(text: string): void {
  console.info(oneLine(text, MOST_CHARACTERS));
}

/** One line about something that went wrong. `error`: what was thrown; its words, causes and first frame are added. */
export function logError(text: string, error?: unknown): void {
  console.error(oneLine(error === undefined ? text : `${text}: ${errorWords(error)}`, MOST_CHARACTERS));
}

function errorWords(error: unknown): string {
  const words: string[] = [];
  for (let cause: unknown = error; cause !== undefined && words.length < MOST_CAUSES; cause = cause instanceof Error ? cause.cause : undefined) {
    words.push(cause instanceof Error ? `${cause.name}: ${oneLine(cause.message)}${frameOf(cause)}` : oneLine(String(cause)));
  }
  return words.join(' ← ');
}

function frameOf({ stack = '' }: Error): string {
  const frame = /^\s+at (.+)$/m.exec(stack)?.[1];
  return frame ? ` (at ${oneLine(frame, 200)})` : '';
}
