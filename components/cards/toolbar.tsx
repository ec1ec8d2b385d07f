'use client';

import { RefreshCw } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Shape } from '@/components/ui/shape';
import { SteadyButton } from '@/components/ui/steady-button';
import type { CardActs } from './card-acts';
import { TAB_WORDS, type TabOfCards } from './tabs';
import { WarmingLine } from './warming-line';

const REFRESH_ALL = 'Shift R';

interface ToolbarProps {
  readonly tabs: readonly TabOfCards[];
  readonly open: TabOfCards;
  readonly acts: CardActs;
  readonly mayManage: boolean;
}

/** Over the cards: which tab, what is being computed, and all of them anew. */
export function Toolbar({ tabs, open, acts, mayManage }: ToolbarProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const refreshAll = () => {
    if (asking) return;
    setAsking(true);
    setProblem(null);
    acts
      .refreshTab(open.tab)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : 'The reason is not known.'))
      .finally(() => setAsking(false));
  };
  useKey(REFRESH_ALL, 'Refresh all cards of the tab', refreshAll, mayManage);

  return (
    <div className="sticky top-0 z-20 flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-surface-raised px-3 py-1.5">
      <h1 className="text-base font-semibold">Figures</h1>
      {tabs.length > 1 ? (
        <Tabs.List aria-label="Figures about" className="flex overflow-hidden rounded-md border border-line-strong">
          {tabs.map((one) => (
            <TabButton key={one.tab} {...one} />
          ))}
        </Tabs.List>
      ) : null}
      <WarmingLine cards={open.cards} />
      {problem ? (
        <p role="alert" className="min-w-0 text-sm text-warning">
          The cards were not refreshed. {problem}
        </p>
      ) : null}
      {mayManage ? (
        <SteadyButton size="sm" look="quiet" ready={!asking} aria-keyshortcuts="Shift+R" onPress={refreshAll} className="ml-auto">
          <RefreshCw aria-hidden size={15} />
          Refresh all
          <Kbd keys={REFRESH_ALL} />
        </SteadyButton>
      ) : null}
    </div>
  );
}

function TabButton({ tab, outdated }: TabOfCards) {
  return (
    <Tabs.Trigger
      value={tab}
      className="flex h-7 items-center gap-1.5 px-2.5 text-sm text-text-muted not-data-[state=active]:hover:bg-text/8 focus-visible:-outline-offset-2 data-[state=active]:bg-accent/15 data-[state=active]:font-medium data-[state=active]:text-text pointer-coarse:h-10"
    >
      {TAB_WORDS[tab]}
      {outdated > 0 ? (
        <span className="figures flex items-center gap-1 text-xs text-stale">
          <Shape name="half" size={8} />
          {outdated}
          <span className="sr-only"> outdated</span>
        </span>
      ) : null}
    </Tabs.Trigger>
  );
}
