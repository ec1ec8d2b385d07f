'use client';

import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref, type RefObject } from 'react';
import { useOutbox } from '@/components/room/outbox/use-outbox';
import type { OutboxItem } from '@/components/room/outbox/outbox-item';
import { focusBox, reopen } from '@/components/room/write/box-actions';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { ownValue } from '@/lib/core/own-value';
import type { Me } from '@/lib/protocol/answers';
import type { Incident } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { roomTakes } from '@/lib/protocol/room';
import { changeRoomDraft, roomDraft } from '@/stores/room-drafts';
import type { EntryCommands } from './entry-commands';
import { EntryRow } from './entry-row';
import { LogHead } from './log-head';
import { LogList, type LogListHandle } from './log-list';
import { countNew, currentText, logView } from './log-view';
import { OpenRequests, PinnedEntries } from './strips';
import { UnreadLine } from './unread-line';
import { UnsentRow } from './unsent-row';
import { useEntryKeys } from './use-entry-keys';
import { usePin } from './use-pin';
import { useReadMark } from './use-read-mark';
import type { useRoomLog } from './use-room-log';

/** What the box tells the log. */
export interface LiveLogHandle {
  /** This person wrote something: they have read what stands above it, and want to see it arrive. */
  wrote(): void;
}

interface LiveLogProps {
  readonly log: ReturnType<typeof useRoomLog>;
  readonly incident: Incident;
  readonly me: Me;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly ref: Ref<LiveLogHandle>;
}

/** The log as it lives in the browser: entries, what is still being sent, what is new. */
export function LiveLog({ log, incident, me, box, ref }: LiveLogProps) {
  const { entries } = log;
  const list = useRef<LogListHandle>(null);
  const { view: unsent, outbox } = useOutbox(me.id);
  const [atEnd, setAtEnd] = useState(true);
  const [seenSeq, setSeenSeq] = useState(0);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const pin = usePin(incident.id);
  const lastSeq = entries.at(-1)?.seq ?? 0;
  const { mark, moveMark } = useReadMark({ userId: me.id, incidentId: incident.id, lastSeq, atEnd });

  const mine = useMemo(() => unsent.items.filter(({ incidentId }) => incidentId === incident.id), [unsent.items, incident.id]);
  const view = useMemo(() => logView({ entries, unsent: mine, readSeq: mark, userId: me.id }), [entries, mine, mark, me.id]);
  const unread = view.rows[view.unreadAt];
  const fresh = atEnd ? 0 : countNew(entries, seenSeq, me.id);

  useEffect(() => {
    const waiting = mine.filter(({ state }) => state === 'waiting').map(({ entry }) => entry.clientMsgId);
    if (waiting.length === 0) return;
    outbox?.confirm(entries.flatMap(({ clientMsgId }) => (clientMsgId && waiting.includes(clientMsgId) ? [clientMsgId] : [])));
  }, [mine, entries, outbox]);

  useImperativeHandle(ref, () => ({
    wrote() {
      moveMark(lastSeq);
      list.current?.toEnd();
    },
  }));

  const select = (index: number) => {
    const row = view.rows[index];
    if (!row) return;
    setSelectedKey(row.key);
    list.current?.toRow(index);
  };
  const toEnd = () => list.current?.toEnd();
  const toUnread = () => list.current?.toRow(view.unreadAt);
  const mayWrite = can(me.role, 'rooms.write');
  const commands: EntryCommands = {
    select: ({ entry }) => setSelectedKey(entry.clientMsgId ?? entry.id),
    jumpTo: (entryId) => select(view.rows.findIndex((row) => row.type === 'entry' && row.view.entry.id === entryId)),
    answer:
      mayWrite && roomTakes(incident.status, 'intervention_response')
        ? ({ entry }) => {
            changeRoomDraft(me.id, incident.id, { kind: 'intervention_response', aboutId: entry.id });
            focusBox(box);
          }
        : null,
    correct:
      mayWrite && roomTakes(incident.status, 'correction')
        ? (target) => {
            // Words that stand in the box already are somebody's work.
            const { text } = roomDraft(me.id, incident.id);
            changeRoomDraft(me.id, incident.id, { kind: 'correction', aboutId: target.entry.id, text: text.trim() === '' ? currentText(target) : text });
            focusBox(box);
          }
        : null,
    pin: mayWrite ? (entry) => pin.mutate(entry) : null,
  };
  const takeBack = (item: OutboxItem) => {
    changeRoomDraft(me.id, incident.id, reopen(roomDraft(me.id, incident.id), item.entry));
    outbox?.discard(item.entry.clientMsgId);
    focusBox(box);
  };

  useEntryKeys({ view, selectedKey, onSelect: select, commands });
  useKey('l', 'Jump to the newest entry', toEnd);
  useKey('f', 'Jump to the first new entry', toUnread, view.unreadAt >= 0);

  const onAtEnd = (next: boolean) => {
    if (next === atEnd) return;
    setAtEnd(next);
    if (next) return;
    // What comes while one reads above is new, too.
    setSeenSeq(lastSeq);
    if (view.unreadAt === -1) moveMark(lastSeq);
  };

  return (
    <>
      <LogHead log={log} waiting={mine.filter(({ state }) => state === 'waiting').length} trouble={ownValue(unsent.troubles, incident.id) ?? null} unread={unread?.type === 'unread' ? unread.count : 0} onToUnread={toUnread} />
      <OpenRequests views={view.open} commands={commands} />
      <PinnedEntries views={view.pinned} commands={commands} />
      {pin.error ? <Notice tone="warning" className="m-2">{pin.error.message}</Notice> : null}
      <div className="relative min-h-0 flex-1">
        {view.rows.length === 0 ? <EmptyState>Nothing has been said here yet. What you write below is the first entry.</EmptyState> : null}
        <LogList rows={view.rows} atEnd={atEnd} onAtEnd={onAtEnd} handle={list}>
          {(row) => {
            switch (row.type) {
              case 'unread':
                return <UnreadLine count={row.count} />;
              case 'unsent':
                return (
                  <UnsentRow
                    item={row.item}
                    author={me.name}
                    trouble={ownValue(unsent.troubles, incident.id) ?? null}
                    incident={incident}
                    onRetry={({ entry }) => outbox?.retry(entry.clientMsgId)}
                    onTakeBack={takeBack}
                    onDiscard={({ entry }) => outbox?.discard(entry.clientMsgId)}
                  />
                );
              case 'entry':
                return <EntryRow view={row.view} selected={row.key === selectedKey} commands={commands} />;
            }
          }}
        </LogList>
        {!atEnd ? (
          <Button size="sm" look={fresh > 0 ? 'primary' : 'plain'} aria-keyshortcuts="l" onClick={toEnd} className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-floating">
            {fresh > 0 ? `${fresh} new, jump to newest` : 'Jump to newest'}
            <Kbd keys="l" />
          </Button>
        ) : null}
      </div>
      <Announcer log={log} userId={me.id} />
    </>
  );
}

// Only what others write while one is here is read out; the log itself can be walked through.
function Announcer({ log: { entries }, userId }: { readonly log: ReturnType<typeof useRoomLog>; readonly userId: string }) {
  const last = entries.at(-1);
  const [from] = useState(last?.seq ?? 0);
  const news = last && last.seq > from && last.speaker.userId !== userId ? `${last.speaker.label}: ${last.text}` : '';
  return (
    <p aria-live="polite" className="sr-only">
      {news}
    </p>
  );
}
