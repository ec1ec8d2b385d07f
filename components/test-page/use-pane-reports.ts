'use client';

import { useEffect } from 'react';
import { useConnection } from '@/stores/connection';
import { useTestBroadcasts } from '@/stores/test-broadcasts';
import { joinChannel, type Tab } from './channel';

/** Tells the test pages of this browser that this tab is there, what it hears and how late, and when it goes. */
export function usePaneReports({ id, name, mode }: Tab, page: string | null): void {
  // Before that it is still being opened: nobody can expect it to hear anything.
  const connected = useConnection((state) => state.instanceId !== null || state.lastPolledAt !== null);

  useEffect(() => {
    if (!connected) return;
    const channel = joinChannel((message) => message.type === 'who' && sayOpen());
    const sayOpen = () => channel.say({ type: 'open', tab: { id, name, mode }, page });
    const sayClosed = () => channel.say({ type: 'closed', tabId: id });
    const unsubscribe = useTestBroadcasts.subscribe((after, before) => {
      const latest = after.heard === before.heard ? undefined : after.heard.at(-1);
      if (!latest) return;
      channel.say({ type: 'heard', tabId: id, broadcastId: latest.id, latencyMs: Math.max(0, latest.heardAt - latest.sentAt) });
    });
    window.addEventListener('pagehide', sayClosed);
    window.addEventListener('pageshow', sayOpen);
    sayOpen();
    return () => {
      window.removeEventListener('pagehide', sayClosed);
      window.removeEventListener('pageshow', sayOpen);
      unsubscribe();
      sayClosed();
      channel.close();
    };
  }, [connected, id, name, mode, page]);
}
