import { draftSchema, hasContent, type Draft } from './draft';

/** Reads the draft this person left in this browser; null when there is none that can be used. */
export function loadDraft(userId: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; one without content is forgotten. A browser that keeps nothing is no reason to fail. */
export function saveDraft(userId: string, draft: Draft): void {
  try {
    if (hasContent(draft)) localStorage.setItem(keyOf(userId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(userId));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
}

function keyOf(userId: string): string {
  return `watchroom.draft.flash.${userId}`;
}
