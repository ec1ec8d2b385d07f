import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { WRITTEN_KINDS } from '@/lib/protocol/room';

/** What stands in the box of a room and is not sent yet. */
export const roomDraftSchema = z.object({
  kind: z.enum(WRITTEN_KINDS),
  text: z.string(),
  /** Whom a question or order is meant for. */
  addressee: z.string(),
  /** Empty for oneself, `caller`, or `unit:` and a call sign. */
  speaker: z.string(),
  /** The entry that is answered or corrected. */
  aboutId: z.string().nullable(),
});
export type RoomDraft = z.infer<typeof roomDraftSchema>;

export const EMPTY_ROOM_DRAFT: RoomDraft = { kind: 'utterance', text: '', addressee: '', speaker: '', aboutId: null };

/** What is used of a browser's storage. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Where drafts are kept: `tab` so that two tabs on one room do not overwrite each other's words at a reload, `browser`
 * so that a draft outlives its tab. Null for a storage that is not there.
 */
export interface DraftPlaces {
  readonly tab: DraftStorage | null;
  readonly browser: DraftStorage | null;
}

/** The key of one user's draft for one room. */
export function draftKey(userId: string, incidentId: string): string {
  return `watchroom.draft.room.${userId}.${incidentId}`;
}

/** The draft that was left here, the tab's own before that of another tab. */
export function loadRoomDraft({ tab, browser }: DraftPlaces, key: string): RoomDraft {
  return read(tab, key) ?? read(browser, key) ?? EMPTY_ROOM_DRAFT;
}

/** Keeps a draft. One without text is forgotten, but never another tab's. */
export function saveRoomDraft({ tab, browser }: DraftPlaces, key: string, draft: RoomDraft): void {
  const mine = read(tab, key);
  if (draft.text.trim() !== '') {
    const text = JSON.stringify(draft);
    attempt(() => tab?.setItem(key, text));
    attempt(() => browser?.setItem(key, text));
    return;
  }
  const shared = read(browser, key);
  attempt(() => tab?.removeItem(key));
  if (!tab || mine?.text === shared?.text) attempt(() => browser?.removeItem(key));
}

function read(storage: DraftStorage | null, key: string): RoomDraft | null {
  try {
    const parsed = roomDraftSchema.safeParse(parseJson(storage?.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// A storage that is full or forbidden is no reason to fail: the draft lives as long as the page.
function attempt(act: () => void): void {
  try {
    act();
  } catch {}
}
