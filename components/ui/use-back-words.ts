'use client';

import { useEffect, useState } from 'react';
import { UNREACHABLE } from '@/lib/queries/http';
import { useConnection, type ConnectionState } from '@/stores/connection';

/** Whether something was heard from the server after a moment (browser's clock, milliseconds), and still is. */
export function isBackSince({ status, lastByteAt }: Pick<ConnectionState, 'status' | 'lastByteAt'>, failedAt: number): boolean {
  return (status === 'connected' || status === 'polling') && lastByteAt !== null && lastByteAt > failedAt;
}

/** Why something failed, with what to do now: "when the connection is back" becomes `again` once it is. */
export function backWords(words: string, again: string): string {
  return words.replace(UNREACHABLE, `The connection is back: ${again}.`);
}

/** Why something failed, as it must be read now: it stops to say that the server cannot be reached when it can. */
export function useBackWords(words: string | null, again = 'try again'): string | null {
  const waits = words?.includes(UNREACHABLE) ?? false;
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const failedAt = Date.now();
    const leave = useConnection.subscribe((state) => setIsBack(isBackSince(state, failedAt)));
    return () => {
      leave();
      setIsBack(false);
    };
  }, [waits]);
  return words !== null && waits && isBack ? backWords(words, again) : words;
}
