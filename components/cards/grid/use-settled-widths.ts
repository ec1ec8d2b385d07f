'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Card } from '@/lib/protocol/cards';
import { needsRoom } from '../shell/needs-room';

interface Settled {
  readonly widths: ReadonlyMap<string, boolean>;
  /** Whether every card was known then. */
  readonly whole: boolean;
}

/**
 * Which cards take the room of two, settled when the tab is opened: no card changes its place because a figure comes in. Where
 * some were never computed it is settled once more when all are known, unless somebody is at a card by then.
 */
export function useSettledWidths(cards: readonly Card[], grid: RefObject<HTMLElement | null>): ReadonlyMap<string, boolean> {
  const [settled, setSettled] = useState(() => settle(cards));
  const isWhole = settle(cards).whole;
  const settleAgain = useEffectEvent(() => {
    const isUsed = grid.current?.matches(':hover, :focus-within') ?? true;
    setSettled((before) => ({ widths: isUsed ? before.widths : settle(cards).widths, whole: true }));
  });
  useEffect(() => {
    if (!isWhole || settled.whole) return;
    const timer = setTimeout(() => settleAgain());
    return () => clearTimeout(timer);
  }, [isWhole, settled.whole]);
  return settled.widths;
}

function settle(cards: readonly Card[]): Settled {
  const whole = cards.every(({ mode, state }) => mode === 'hidden' || state.result !== null || state.error !== null);
  return { widths: new Map(cards.map((card) => [card.info.key, needsRoom(card)])), whole };
}
