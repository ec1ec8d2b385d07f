'use client';

import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { newClientMsgId } from '@/components/flash/composer/client-msg-id';
import { useOutbox } from '@/components/room/outbox/use-outbox';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Textarea } from '@/components/ui/textarea';
import type { Me } from '@/lib/protocol/answers';
import type { Incident } from '@/lib/protocol/incident';
import { ENTRY_TEXT_MAX, type LogEntry } from '@/lib/protocol/room';
import { useConnection } from '@/stores/connection';
import { EMPTY_ROOM_DRAFT, type RoomDraft } from '@/stores/room-draft';
import { changeRoomDraft, openRoomDraft, useRoomDraft } from '@/stores/room-drafts';
import { AboutLine } from './about-line';
import { AddresseeField } from './addressee-field';
import { focusBox } from './box-actions';
import { composeEntry, draftProblem, roomProblem } from './compose-entry';
import { FREE_KINDS, KindChoice } from './kind-choice';
import { SpeakerChoice } from './speaker-choice';

/** From here on the count of characters is shown. */
const COUNT_FROM = ENTRY_TEXT_MAX - 500;

interface WriteBoxProps {
  readonly incident: Incident;
  readonly me: Me;
  readonly entries: readonly LogEntry[];
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onSent: () => void;
}

/** Writes into the room. What stands here survives everything but sending it. */
export function WriteBox({ incident, me, entries, box, onSent }: WriteBoxProps) {
  const draft = useRoomDraft(me.id, incident.id);
  const { outbox } = useOutbox(me.id);
  const [isRefused, setIsRefused] = useState(false);
  // Asked anew whenever the room changes: a refusal goes when its reason does.
  const problem = isRefused ? draftProblem(draft, incident.status) : null;
  const change = (patch: Partial<RoomDraft>) => {
    setIsRefused(false);
    changeRoomDraft(me.id, incident.id, patch);
  };
  useEffect(() => openRoomDraft(me.id, incident.id), [me.id, incident.id]);

  const send = () => {
    const now = Date.now() + useConnection.getState().clockOffsetMs;
    const composed = composeEntry({ draft, incident, clientMsgId: newClientMsgId(), now });
    if ('problem' in composed) return setIsRefused(true);
    outbox?.add(incident.id, composed.entry);
    change(EMPTY_ROOM_DRAFT);
    onSent();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const write = (kind: RoomDraft['kind']) => {
    change({ kind, aboutId: null });
    focusBox(box);
  };

  useKey('w', 'Write', () => focusBox(box));
  useKey(FREE_KINDS[0].keys, 'Write talk', () => write('utterance'));
  useKey(FREE_KINDS[1].keys, 'Write a note', () => write('note'));
  useKey(FREE_KINDS[2].keys, 'Write a request', () => write('intervention'));

  const held = roomProblem(incident.status, draft.kind);
  const noteHelps = held !== null && draft.kind !== 'note' && roomProblem(incident.status, 'note') === null;
  const words = problem ?? held;
  return (
    <form
      aria-label="Write"
      data-unfinished={draft.text.trim() !== ''}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="grid gap-1.5 border-t p-2"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <KindChoice kind={draft.kind} onChange={(kind) => change({ kind, aboutId: null })} />
        <SpeakerChoice incident={incident} value={draft.speaker} onChange={(speaker) => change({ speaker })} />
        {draft.kind === 'intervention' ? <AddresseeField incidentId={incident.id} value={draft.addressee} onChange={(addressee) => change({ addressee })} /> : null}
      </div>
      <AboutLine draft={draft} entries={entries} onDrop={() => change({ kind: 'utterance', aboutId: null })} />
      <div className="flex items-end gap-2">
        <Textarea
          ref={box}
          aria-label="Text"
          aria-describedby="write-note"
          aria-invalid={problem ? true : undefined}
          aria-keyshortcuts="w"
          rows={2}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={onKeyDown}
          className="min-h-13"
        />
        <Button type="submit" look="primary" className="h-13" aria-keyshortcuts="Enter" disabled={draft.text.trim() === ''}>
          Send
          <Kbd keys="⏎" />
        </Button>
      </div>
      <p id="write-note" className="flex min-h-4 flex-wrap items-center gap-x-3 text-xs text-text-muted">
        {words ? (
          <span role={problem ? 'alert' : undefined} className={draft.text === '' ? undefined : 'text-warning'}>
            {words}
          </span>
        ) : (
          <span className="pointer-coarse:hidden">Shift-Enter for a new line, Esc to leave the box. What you write is kept.</span>
        )}
        {noteHelps ? (
          <button type="button" onClick={() => write('note')} className="font-medium text-accent hover:underline">
            Make it a note
          </button>
        ) : null}
        {draft.text.length > COUNT_FROM ? (
          <span className="figures ml-auto">
            {draft.text.length}/{ENTRY_TEXT_MAX}
          </span>
        ) : null}
      </p>
    </form>
  );
}
