import type { RefObject } from 'react';
import type { UnsentEntry } from '@/components/room/outbox/outbox-item';
import type { RoomDraft } from '@/stores/room-draft';

/**
 * Puts the cursor behind what stands in the box: at once, for the next letter may come within the same frame and would
 * be a shortcut elsewhere; and behind what the change that asked for it puts there.
 */
export function focusBox(box: RefObject<HTMLTextAreaElement | null>): void {
  toEnd(box.current);
  requestAnimationFrame(() => toEnd(box.current));
}

function toEnd(element: HTMLTextAreaElement | null): void {
  element?.focus();
  element?.setSelectionRange(element.value.length, element.value.length);
}

/** The draft with a refused entry put back into it. Words that stand there already stay, below. */
export function reopen(draft: RoomDraft, entry: UnsentEntry): RoomDraft {
  if (draft.text.trim() !== '') return { ...draft, text: `${entry.text}\n${draft.text}` };
  const { speaker } = entry;
  return {
    kind: entry.kind,
    text: entry.text,
    addressee: entry.addressee ?? '',
    speaker: !speaker ? '' : speaker.role === 'caller' ? 'caller' : `unit:${speaker.label}`,
    aboutId: entry.inReplyTo ?? entry.supersedesId ?? null,
  };
}
