'use client';

import { useCallback, useRef, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Card, CardMode } from '@/lib/protocol/cards';
import type { CardActs } from '../card-acts';
import { CardRows } from '../shell/card-rows';
import { PutAway } from '../shell/put-away';
import { HiddenCards } from './hidden-cards';
import { LiveCard } from './live-card';
import { moveFocus, useCardKeys } from './use-card-keys';
import { useSettledWidths } from './use-settled-widths';

const NONE: ReadonlyMap<string, CardMode> = new Map();

interface CardGridProps {
  /** Of one tab, in order. */
  readonly cards: readonly Card[];
  readonly acts: CardActs;
  readonly mayRefresh: boolean;
}

/** The cards of a tab; those somebody has hidden are at the end. */
export function CardGrid({ cards, acts, mayRefresh }: CardGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  // Hidden a moment ago: their places wait for a change of mind. The value is how they were kept before.
  const [putAway, setPutAway] = useState(NONE);
  const forget = (key: string) => setPutAway((before) => new Map([...before].filter(([other]) => other !== key)));
  const keepAs = useCallback(
    (key: string, mode: CardMode) => {
      const before = cards.find(({ info }) => info.key === key)?.mode ?? 'manual';
      if (mode === 'hidden') setPutAway((others) => new Map(others).set(key, before));
      void acts.setMode(key, mode);
    },
    [acts, cards],
  );
  useCardKeys(grid, mayRefresh, acts);
  const isWide = useSettledWidths(cards, grid);

  const shown = cards.filter(({ info, mode }) => mode !== 'hidden' || putAway.has(info.key));
  const hidden = cards.filter(({ info, mode }) => mode === 'hidden' && !putAway.has(info.key));
  const place = (card: Card) => {
    const { info, mode } = card;
    if (mode !== 'hidden') return <LiveCard card={card} acts={acts} mayRefresh={mayRefresh} onMode={keepAs} />;
    const undo = () => {
      keepAs(info.key, putAway.get(info.key) ?? 'manual');
      forget(info.key);
    };
    const gone = (hadFocus: boolean) => {
      if (hadFocus) moveFocus(grid.current, 1);
      forget(info.key);
    };
    return <PutAway info={info} onUndo={undo} onGone={gone} />;
  };
  return (
    <div className="grid gap-2 p-2">
      {shown.length === 0 ? <EmptyState>All cards of this tab are hidden. Bring them back below.</EmptyState> : null}
      <CardRows ref={grid} places={shown.map((card) => ({ key: card.info.key, wide: isWide.get(card.info.key) ?? card.info.wide, content: place(card) }))} />
      <HiddenCards cards={hidden} onShow={(key) => keepAs(key, 'manual')} />
    </div>
  );
}
