'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Card } from '@/lib/protocol/cards';
import { useConnection } from '@/stores/connection';
import { autoWait, isDue } from './auto-refresh';
import { useAtTick } from './use-at-tick';
import { usePageVisible } from './use-page-visible';

/** When this page asked last for each card, by the browser's clock in milliseconds. */
const lastAsked = new Map<string, number>();

/** Asks for a card that keeps itself current when it is outdated. `isAble`: it is in sight and may be asked for. */
export function useAutoRefresh(card: Card, isAble: boolean, refresh: (key: string) => void): void {
  const isLive = useConnection(({ status, upstream }) => status === 'connected' && upstream === 'ok');
  const isPageVisible = usePageVisible();
  const due = useAtTick((now) => isDue(card, now), false);
  const { key } = card.info;
  const ask = useEffectEvent(() => {
    lastAsked.set(key, Date.now());
    refresh(key);
  });
  const isWanted = isAble && isLive && isPageVisible && due;
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => ask(), autoWait(lastAsked.get(key) ?? null, Date.now(), Math.random()));
    return () => clearTimeout(timer);
  }, [isWanted, key]);
}
