'use client';

import type { Card } from '@/lib/protocol/cards';
import { countWarming, useCardWarming } from '@/stores/card-warming';
import { useAtTick } from './use-at-tick';

interface WarmingLineProps {
  readonly cards: readonly Card[];
}

/** Says quietly that cards are computed one after the other, and how many are left. */
export function WarmingLine({ cards }: WarmingLineProps) {
  const warming = useCardWarming();
  const keys = cards.map(({ info }) => info.key);
  const left = useAtTick((now) => countWarming(warming, keys, now), 0);
  return (
    <p role="status" className="figures text-sm text-text-muted">
      {left === 0 ? '' : left === 1 ? '1 card is being computed' : `${left} cards are being computed`}
    </p>
  );
}
