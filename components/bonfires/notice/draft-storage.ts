import { draftSchema, hasContent, type Draft } from './draft';

/** Reads the draft this person left in this tab; null when there is none that can be used. */
export function loadDraft(userId: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a draft as long as the tab lives: it names somebody, so it must not stay in a shared browser. */
export function saveDraft(userId: string, draft: Draft): void {
  try {
    if (hasContent(draft)) sessionStorage.setItem(keyOf(userId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(userId));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
}

function keyOf(userId: string): string {
  return `watchroom.draft.bonfire.${userId}`;
}
