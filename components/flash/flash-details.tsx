'use client';

import { Timestamp } from '@/components/ui/timestamp';
import type { Flash } from '@/lib/protocol/flash';
import { audienceWords } from './audience-words';

interface FlashDetailsProps {
  readonly flash: Pick<Flash, 'audience' | 'sentAt' | 'expiresAt' | 'ackDeadline'>;
}

/** Whom a message went to, when, until when. */
export function FlashDetails({ flash }: FlashDetailsProps) {
  return (
    <p className="flex flex-wrap gap-x-4">
      <span>To {audienceWords(flash.audience)}</span>
      {flash.sentAt ? (
        <span>
          Sent <Timestamp at={flash.sentAt} />
        </span>
      ) : null}
      {flash.ackDeadline ? (
        <span>
          Acknowledge by <Timestamp at={flash.ackDeadline} />
        </span>
      ) : null}
      <span>{flash.expiresAt ? <>Ends <Timestamp at={flash.expiresAt} /></> : 'Stays until recalled'}</span>
    </p>
  );
}
