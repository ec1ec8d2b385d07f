import { asCursor, compareCursors } from '@/lib/protocol/cursor';

/** Whether a cursor stands at a place of the log, or after it. False for what is no cursor, or of another life of the log. */
export function reaches(cursor: string | null | undefined, place: string | undefined): boolean {
  const [at, wanted] = [asCursor(cursor), asCursor(place)];
  return at !== null && wanted !== null && (compareCursors(at, wanted) ?? -1) >= 0;
}
