'use client';

import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { connectionWords } from '@/components/layout/connection-words';
import { useNow } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';
import { useTestBroadcasts } from '@/stores/test-broadcasts';
import type { Tab } from './channel';
import { usePaneReports } from './use-pane-reports';

const TONES: Readonly<Record<string, string>> = { ok: 'text-text-muted [&_svg]:text-ok', warning: 'text-warning', critical: 'text-critical' };

interface PaneProps {
  readonly tab: Tab;
  /** The test page that holds this tab; null for a window of its own. */
  readonly page: string | null;
}

/** One tab of the test: shows its connection and reports every test broadcast it hears. */
export function Pane({ tab, page }: PaneProps) {
  const state = useConnection();
  const { shape, tone, word, figure } = connectionWords(state, useNow());
  const heard = useTestBroadcasts((broadcasts) => broadcasts.heard.length);
  usePaneReports(tab, page);

  return (
    <main className="figures flex h-dvh items-center gap-2 px-3 text-sm">
      <h1 className="font-semibold">{tab.name}</h1>
      <span data-testid="pane-state" className={cn('inline-flex items-center gap-2', TONES[tone] ?? 'text-text-muted')}>
        <Shape name={shape} size={8} />
        {word} {figure}
      </span>
      <span className="ml-auto text-text-muted">{heard} heard</span>
    </main>
  );
}
