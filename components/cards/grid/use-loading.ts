'use client';

import { useEffect } from 'react';
import type { Card } from '@/lib/protocol/cards';
import type { CardAsk } from '@/stores/card-asks';
import type { CardActs } from '../card-acts';

/** Asks for a card that is in sight while nothing is known of it; what failed is left to a person. */
export function useLoading({ info: { key }, state }: Card, inSight: boolean, ask: CardAsk | undefined, acts: CardActs): void {
  const isCold = state.result === null && state.error === null;
  const isFree = ask === undefined;
  useEffect(() => {
    if (!inSight) return;
    acts.show(key);
    return () => acts.hide(key);
  }, [acts, key, inSight]);
  useEffect(() => {
    if (inSight && isCold && isFree) acts.load(key);
  }, [acts, key, inSight, isCold, isFree]);
}
