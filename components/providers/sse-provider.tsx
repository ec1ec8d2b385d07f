'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Snapshot } from '@/lib/protocol/answers';
import { useConnection } from '@/stores/connection';
import { useDemo } from '@/stores/demo';
import { hydrateFlash } from '@/stores/flash';
import { reportArrived } from './flash-handlers';
import { startLive } from './start-live';

interface SseProviderProps {
  /** What the server knew when it made this page. */
  readonly snapshot: Snapshot;
  readonly children: ReactNode;
}

/** Keeps the page live: fills the stores from the page's snapshot, then follows the stream from its cursor. */
export function SSEProvider({ snapshot, children }: SseProviderProps) {
  const queryClient = useQueryClient();
  // The first snapshot opens the connection; later renders of the layout must not restart it.
  const first = useRef(snapshot);

  useEffect(() => {
    const { me, cursor, flash, demo, serverTime } = first.current;
    hydrateFlash(flash);
    useDemo.setState({ isDemo: demo !== null, simulating: demo?.simulating ?? false });
    reportArrived(flash);
    useConnection.setState({ clockOffsetMs: Date.parse(serverTime) - Date.now() });
    return startLive({ me, queryClient, cursor, onSignedOut: goToSignIn });
  }, [queryClient]);

  return children;
}

// A full load on purpose: what the signed-out page held in memory should be gone.
function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.replace(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
