import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { draftSchema } from './draft';

const keptSchema = z.object({
  /** The monitor as the person saw it when they began, or last agreed to write over; of a new one version 0. */
  seen: z.object({ version: z.int(), draft: draftSchema }),
  draft: draftSchema,
});
/** What was typed and not saved yet. */
export type KeptDraft = z.infer<typeof keptSchema>;
export type Seen = KeptDraft['seen'];

/** What is used of `sessionStorage`. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What this person left unsaved in this tab, for a monitor or for a new one (null); null when there is nothing. */
export function loadDraft(storage: DraftStorage, userId: string, monitorId: string | null): KeptDraft | null {
  try {
    return keptSchema.safeParse(parseJson(storage.getItem(keyOf(userId, monitorId)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a draft as long as the tab lives, without its connection string; null forgets it. */
export function keepDraft(storage: DraftStorage, userId: string, monitorId: string | null, kept: KeptDraft | null): void {
  try {
    if (kept) storage.setItem(keyOf(userId, monitorId), JSON.stringify({ ...kept, draft: { ...kept.draft, secret: '' } }));
    else storage.removeItem(keyOf(userId, monitorId));
  } catch {
    // A browser that keeps nothing: the draft lives as long as its form.
  }
}

function keyOf(userId: string, monitorId: string | null): string {
  return `watchroom.draft.monitor.${userId}.${monitorId ?? 'new'}`;
}
