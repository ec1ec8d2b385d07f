'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { StatusCode } from '@/lib/protocol/unit';
import { removeCode } from '@/lib/queries/units';
import { codeWords } from '../act-words';
import { useChangeCodes } from './use-change-codes';

interface RemoveCodeProps {
  readonly code: StatusCode;
  /** How many units stand under it. */
  readonly units: number;
  readonly onKeep: () => void;
}

/** Asks on the row whether a code shall go, and says what becomes of the units that stand under it. */
export function RemoveCode({ code, units, onKeep }: RemoveCodeProps) {
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const change = useChangeCodes();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  const remove = async () => {
    setSending(true);
    const changed = await change(() => removeCode(code.code, code.version));
    setSending(false);
    if (!changed.ok) setRefused(changed.message);
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape') onKeep();
      }}
    >
      <Notice
        tone="warning"
        className="mb-2"
        action={
          <>
            <Button ref={button} size="sm" look="critical" disabled={sending} aria-label={`Yes, remove code ${code.code}`} onClick={() => void remove()}>
              Remove
            </Button>
            <Button size="sm" look="quiet" onClick={onKeep}>
              Keep
            </Button>
          </>
        }
      >
        {refused ? `Not removed. ${refused} ` : ''}
        Remove {codeWords(code)}? {standing(units)}
      </Notice>
    </div>
  );
}

function standing(units: number): string {
  if (units === 0) return 'No unit stands under it.';
  return `${units === 1 ? 'One unit stands' : `${units} units stand`} under it and ${units === 1 ? 'keeps' : 'keep'} it, with its text and limits, until ${units === 1 ? 'its' : 'their'} next status.`;
}
