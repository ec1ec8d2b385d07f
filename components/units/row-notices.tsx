'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useBackWords } from '@/components/ui/use-back-words';
import { hasKeyboard } from './focus-row';
import { isPast, type RefusalCause } from './refusal-cause';
import { patchRow, useRowState } from './row-state';

interface RowNoticesProps {
  readonly unitId: string;
  readonly callSign: string;
  /** The unit and the incidents as they are now. */
  readonly known: readonly RefusalCause[];
}

/** What the server said to the last act on a unit: a remark, or why it was refused. Stays until it was read, something else is done, or what it was refused for has changed. */
export function RowNotices({ unitId, callSign, known }: RowNoticesProps) {
  const { warning, refused: told, refusedFor } = useRowState(unitId);
  const refused = useBackWords(isPast(refusedFor, known) ? null : told);
  const text = refused ?? warning;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text !== null && hasKeyboard(unitId)) box.current?.scrollIntoView({ block: 'nearest' });
  }, [text, unitId]);
  if (text === null) return null;
  return (
    <div ref={box} className="px-3 pb-1.5">
      <Notice
        tone="warning"
        className="py-1"
        action={
          <Button size="iconSm" look="quiet" aria-label={`${callSign}: close the notice`} className="size-6" onClick={() => patchRow(unitId, { warning: null, refused: null })}>
            <X aria-hidden size={16} />
          </Button>
        }
      >
        {refused === null ? null : <strong className="font-semibold">{callSign}: </strong>}
        {text}
      </Notice>
    </div>
  );
}
