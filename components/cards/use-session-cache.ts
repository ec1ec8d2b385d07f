'use client';

import { useEffect, useEffectEvent } from 'react';
import { staleReason } from '@/components/ui/staleness';
import type { Card } from '@/lib/protocol/cards';
import { useConnection } from '@/stores/connection';
import { saveSessionCards } from './session-cache';

/** Events that come together are kept together, milliseconds. */
const SETTLE_MS = 1_000;

/** Keeps the cards of this tab for a reload without a server: a moment after each change, and when the page is left. */
export function useSessionCache(userId: string, cards: readonly Card[] | undefined): void {
  const save = useEffectEvent(() => {
    if (!cards) return;
    const connection = useConnection.getState();
    const { clockOffsetMs, instanceId } = connection;
    saveSessionCards({ version: 1, userId, savedAt: new Date(lastCurrent() + clockOffsetMs).toISOString(), clockOffsetMs, instanceId, cards: [...cards] });
  });
  useEffect(() => {
    const timer = setTimeout(() => save(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [cards]);
  useEffect(() => {
    const onLeave = () => save();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);
}

// Until when the page was told of everything: now, or when the connection was lost.
function lastCurrent(): number {
  const connection = useConnection.getState();
  const now = Date.now();
  return staleReason(connection, now) === null || connection.since === 0 ? now : connection.since;
}
