import { z } from 'zod';
import { create } from 'zustand';
import { newClientMsgId } from '@/components/flash/composer/client-msg-id';
import { clientMsgIdSchema } from '@/lib/protocol/client-msg-id';

const draftSchema = z.object({ text: z.string().max(1_000), clientMsgId: clientMsgIdSchema });
export type LineDraft = z.infer<typeof draftSchema>;

/** The line that this tab is writing. Its id stays until the incident is confirmed: trying again creates no second one. */
export const useLineDraft = create<LineDraft>(() => ({ text: '', clientMsgId: '' }));

/** Takes up what this person had written in this tab before a reload. Does nothing once a draft is there. */
export function openDraft(userId: string): void {
  if (useLineDraft.getState().clientMsgId) return;
  useLineDraft.setState(load(userId) ?? { text: '', clientMsgId: newClientMsgId() });
}

/** Changes the text and keeps it for a reload. */
export function writeDraft(userId: string, text: string): void {
  useLineDraft.setState(({ clientMsgId }) => ({ text, clientMsgId: clientMsgId || newClientMsgId() }));
  save(userId);
}

/**
 * The incident that `sent` asked for is confirmed: what follows is another one. Text that was changed while the
 * answer was on its way stays.
 */
export function confirmDraft(userId: string, sent: LineDraft): void {
  useLineDraft.setState(({ text }) => ({ text: text === sent.text ? '' : text, clientMsgId: newClientMsgId() }));
  save(userId);
}

function load(userId: string): LineDraft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function save(userId: string): void {
  try {
    const { text, clientMsgId } = useLineDraft.getState();
    if (text) sessionStorage.setItem(keyOf(userId), JSON.stringify({ text, clientMsgId }));
    else sessionStorage.removeItem(keyOf(userId));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
  }
}

function keyOf(userId: string): string {
  return `watchroom.draft.incident.${userId}`;
}
