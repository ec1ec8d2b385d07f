'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Flash } from '@/lib/protocol/flash';
import { useEndFlash } from './use-end-flash';

interface RecallButtonProps {
  readonly flash: Pick<Flash, 'id' | 'status' | 'level'>;
}

/** Takes a message back; a critical one asks for a second press. Nothing for a message that is over. */
export function RecallButton({ flash }: RecallButtonProps) {
  const [asked, setAsked] = useState(false);
  const ending = useEndFlash(flash);
  const scheduled = flash.status === 'scheduled';
  if (flash.status !== 'live' && !scheduled) return null;
  if (ending.isSuccess) return <span className="text-sm text-text-muted">{scheduled ? 'Cancelled.' : 'Recalled.'}</span>;

  const word = scheduled ? 'Cancel it' : 'Recall';
  const careful = flash.level === 'critical' && !scheduled;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {ending.isError ? (
        <span role="alert" className="text-sm text-warning">
          {ending.error.message}
        </span>
      ) : null}
      <Button size="sm" disabled={ending.isPending} onBlur={() => setAsked(false)} onClick={() => (careful && !asked ? setAsked(true) : ending.mutate())}>
        {ending.isPending ? 'Working' : asked ? 'Press again to recall' : word}
      </Button>
    </span>
  );
}
