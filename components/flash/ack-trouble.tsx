'use client';

import { Button } from '@/components/ui/button';
import { formatDuration } from '@/components/ui/format-time';
import { useNow } from '@/components/ui/use-now';
import { ownValue } from '@/lib/core/own-value';
import { acknowledge, useAcks } from './acknowledge';

interface AckTroubleProps {
  readonly flashId: string;
}

/** Says that an acknowledgement has not reached the server, what happens next, and lets one try now. Nothing when it has. */
export function AckTrouble({ flashId }: AckTroubleProps) {
  const trouble = useAcks((state) => ownValue(state.trouble, flashId));
  if (!trouble) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {trouble.retryAt === null ? 'The server did not take your acknowledgement: ' : 'Your acknowledgement has not reached the server. '}
        {trouble.message} {trouble.retryAt === null ? null : <NextTry at={trouble.retryAt} />}
      </span>
      <Button size="sm" look="inverse" onClick={() => void acknowledge(flashId)}>
        Try now
      </Button>
    </div>
  );
}

function NextTry({ at }: { readonly at: number }) {
  const now = useNow();
  // Counts down in sight only: read aloud every second it would drown everything else.
  return <span aria-hidden>{now === null || at <= now ? 'Trying again.' : `Trying again in ${formatDuration(at - now + 999)}.`}</span>;
}
