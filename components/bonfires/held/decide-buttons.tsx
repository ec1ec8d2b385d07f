'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { RejectForm } from '../detail/reject-form';
import { useDecideHeld } from './use-decide-held';

interface DecideButtonsProps {
  /** The notices it is about. */
  readonly ids: readonly string[];
  /** What the buttons say after "Take in" and "Refuse". */
  readonly what: string;
  /** For readers, where several stand below each other. */
  readonly about?: string;
}

/** Takes notices in that wait for a look, or refuses them with a reason. */
export function DecideButtons({ ids, what, about }: DecideButtonsProps) {
  const [refusing, setRefusing] = useState(false);
  const deciding = useDecideHeld();
  const label = (word: string) => (about ? { 'aria-label': `${word}: ${about}` } : {});
  const decide = (decision: 'take_in' | 'refuse', reason?: string) => {
    if (!deciding.isPending) deciding.mutate({ ids: [...ids], decision, ...(reason ? { reason } : {}) }, { onSuccess: () => setRefusing(false) });
  };
  return (
    <div className="grid gap-2">
      {refusing ? (
        <RejectForm busy={deciding.isPending} onReject={(reason) => decide('refuse', reason)} onBack={() => setRefusing(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" disabled={deciding.isPending} onClick={() => decide('take_in')} {...label('Take in')}>
            Take in{what}
          </Button>
          <Button size="sm" disabled={deciding.isPending} onClick={() => setRefusing(true)} {...label('Refuse')}>
            Refuse{what}
          </Button>
        </div>
      )}
      {deciding.error ? <Notice tone="warning">{deciding.error.message}</Notice> : null}
    </div>
  );
}
