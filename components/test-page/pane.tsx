'use client';

import { useEffect } from 'react';
import { Shape } from '@/components/ui/shape';
import { connectionWords } from '@/components/layout/connection-words';
import { useNow } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';
import { useTestBroadcasts } from '@/stores/test-broadcasts';
import { tellTestPages } from './channel';

interface PaneProps {
  /** How the test page calls this tab. */
  readonly tab: string;
}

/** One tab of the test: shows its connection and reports every test broadcast it hears. */
export function Pane({ tab }: PaneProps) {
  const state = useConnection();
  const { shape, word, figure } = connectionWords(state, useNow());
  const heard = useTestBroadcasts((broadcasts) => broadcasts.heard.length);

  useEffect(
    () =>
      useTestBroadcasts.subscribe((after, before) => {
        const latest = after.heard === before.heard ? undefined : after.heard.at(-1);
        if (latest) tellTestPages({ tab, broadcastId: latest.id, latencyMs: Math.max(0, latest.heardAt - latest.sentAt) });
      }),
    [tab],
  );

  return (
    <main className="figures flex h-dvh items-center gap-2 px-3 text-sm">
      <h1 className="font-semibold">{tab}</h1>
      <Shape name={shape} size={8} />
      <span data-testid="pane-state" className="text-text-muted">
        {word} {figure}
      </span>
      <span className="ml-auto text-text-muted">{heard} heard</span>
    </main>
  );
}
