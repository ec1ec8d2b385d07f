'use client';

import { X } from 'lucide-react';
import { peopleWords } from '@/components/flash/audience-words';
import { RecallButton } from '@/components/flash/receipts/recall-button';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Timestamp } from '@/components/ui/timestamp';
import type { SendOutcome } from './use-composer';
import { useReach } from './use-reach';

interface SentNoticeProps {
  readonly outcome: SendOutcome;
  readonly onDismiss: () => void;
}

/** What became of the last message, with its recall at hand. */
export function SentNotice({ outcome, onDismiss }: SentNoticeProps) {
  const { flash, delivery, earlier } = outcome;
  const reach = useReach(flash.audience);
  const people = reach === null ? '' : ` to ${peopleWords(reach.people)}`;
  return (
    <Notice
      tone={earlier || delivery === 'queued' ? 'warning' : 'ok'}
      action={
        <>
          <RecallButton flash={flash} />
          <Button size="iconSm" look="quiet" aria-label="Close this note" onClick={onDismiss}>
            <X aria-hidden size={16} />
          </Button>
        </>
      }
    >
      {earlier ? (
        <>
          An earlier try had arrived after all: “{flash.title}” is out. Your changed text is still here; send it again to send it as a message of its own.
        </>
      ) : delivery === 'queued' ? (
        <>Saved. The event log is down; the message goes out by itself when it is back.</>
      ) : flash.status === 'scheduled' ? (
        <>
          Scheduled for <Timestamp at={flash.startsAt} />. It goes{people}.
        </>
      ) : (
        <>
          Sent{people} at <Timestamp at={flash.sentAt ?? flash.createdAt} />.
        </>
      )}
    </Notice>
  );
}
