'use client';

import { Age } from '@/components/ui/age';
import { formatDuration } from '@/components/ui/format-time';
import { Notice } from '@/components/ui/notice';
import { Timestamp } from '@/components/ui/timestamp';
import { useServerNow } from '@/components/ui/use-now';
import type { Incident } from '@/lib/protocol/incident';
import { reasonWords } from './actions';

/** Why an incident rests, and when to look at it again. Nothing for one that does not. */
export function PausedNotice({ incident: { status, statusReason, statusSince, reviewAt } }: { readonly incident: Incident }) {
  const now = useServerNow();
  if (status !== 'paused') return null;
  const leftMs = reviewAt === null || now === null ? null : Date.parse(reviewAt) - now;
  return (
    <Notice tone={leftMs !== null && leftMs <= 0 ? 'warning' : 'info'} announce={false} className="py-1.5">
      Paused for <Age since={statusSince} />
      {statusReason ? `: ${reasonWords(statusReason)}` : ''}
      {reviewAt ? (
        <>
          {' · look again at '}
          <Timestamp at={reviewAt} />
          {leftMs === null ? null : <span className="figures">{leftMs > 0 ? `, in ${formatDuration(leftMs)}` : `, due for ${formatDuration(-leftMs)}`}</span>}
        </>
      ) : (
        ' · no time set to look again'
      )}
    </Notice>
  );
}
