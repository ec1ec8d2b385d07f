/** What is used of `localStorage`. */
export type MarkStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The newest `seq` that this user has had before their eyes in a room; null before the first visit. */
export function loadReadMark(storage: MarkStorage, userId: string, incidentId: string): number | null {
  try {
    const seq = Number(storage.getItem(keyOf(userId, incidentId)) ?? NaN);
    return Number.isInteger(seq) && seq >= 0 ? seq : null;
  } catch {
    return null;
  }
}

/** Remembers how far one has read; never less than before. */
export function saveReadMark(storage: MarkStorage, userId: string, incidentId: string, seq: number): void {
  const before = loadReadMark(storage, userId, incidentId);
  if (before !== null && before >= seq) return;
  try {
    storage.setItem(keyOf(userId, incidentId), String(seq));
  } catch {
    // A browser that keeps nothing shows no unread line; that is no reason to fail.
  }
}

function keyOf(userId: string, incidentId: string): string {
  return `watchroom.read.room.${userId}.${incidentId}`;
}
