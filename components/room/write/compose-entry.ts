import type { UnsentEntry } from '@/components/room/outbox/outbox-item';
import type { Incident } from '@/lib/protocol/incident';
import { ENTRY_TEXT_MAX, roomTakes, SPEAKER_MAX } from '@/lib/protocol/room';
import type { RoomDraft } from '@/stores/room-draft';

interface ComposeInput {
  readonly draft: RoomDraft;
  readonly incident: Pick<Incident, 'status' | 'reporter'>;
  readonly clientMsgId: string;
  /** The server's clock in milliseconds: what waits to be sent still bears the time it was written at. */
  readonly now: number;
}

/** The entry that a draft makes, or why it makes none yet. */
export function composeEntry({ draft, incident, clientMsgId, now }: ComposeInput): { readonly entry: UnsentEntry } | { readonly problem: string } {
  const problem = draftProblem(draft, incident.status);
  if (problem !== null) return { problem };
  const { kind, aboutId } = draft;
  const text = draft.text.trim();
  return {
    entry: {
      kind,
      text,
      clientMsgId,
      occurredAt: new Date(now).toISOString(),
      speaker: speakerOf(draft.speaker, incident.reporter),
      ...(kind === 'intervention' && draft.addressee.trim() ? { addressee: draft.addressee.trim() } : {}),
      ...(kind === 'intervention_response' ? { inReplyTo: aboutId } : {}),
      ...(kind === 'correction' ? { supersedesId: aboutId } : {}),
    },
  };
}

/** Why a draft cannot be sent into a room in this status; null when it can. */
export function draftProblem({ text, kind }: RoomDraft, status: Incident['status']): string | null {
  const { length } = text.trim();
  if (length === 0) return 'Write something first.';
  if (length > ENTRY_TEXT_MAX) return `Use at most ${ENTRY_TEXT_MAX} characters; these are ${length}.`;
  return roomProblem(status, kind);
}

/** Why a room in this status does not take a kind; null where it does. */
export function roomProblem(status: Incident['status'], kind: RoomDraft['kind']): string | null {
  if (roomTakes(status, kind)) return null;
  if (status === 'paused') return 'This room is paused: it takes notes and corrections. Resume it, or send this as a note.';
  if (status === 'completed') return 'This incident is completed: its room takes notes and corrections only.';
  return `This incident is ${status}: its room takes nothing more.`;
}

function speakerOf(speaker: string, reporter: string | null): UnsentEntry['speaker'] {
  if (speaker === 'caller') return { role: 'caller', label: (reporter ?? 'Caller').slice(0, SPEAKER_MAX) };
  return speaker.startsWith('unit:') ? { role: 'unit', label: speaker.slice('unit:'.length) } : null;
}
