'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { useServerNow } from '@/components/ui/use-now';
import { exportResults } from './export-results';
import { paneNames, type PaneMode } from './panes';
import { PanesPanel } from './panes-panel';
import { judge } from './results';
import { ResultsTable } from './results-table';
import { SteadyButton } from '@/components/ui/steady-button';
import { summarise } from './summary';
import { SummaryLine } from './summary-line';
import { useTestRun } from './use-test-run';

const BURST = 10;

interface TestPageProps {
  /** Names this page among all that are open in the browser, so that each hears its own tabs only. */
  readonly page: string;
}

/** The multi-tab test: opens tabs, fires broadcasts, and shows what came where and how fast (R20). */
export function TestPage({ page: given }: TestPageProps) {
  // The server names the page anew whenever it renders; the tabs must not be loaded again for that.
  const [page] = useState(given);
  const [count, setCount] = useState(4);
  const [mode, setMode] = useState<PaneMode>('shared');
  const run = useTestRun(page);
  const names = paneNames(count, mode);
  const rows = judge(run, useServerNow() ?? 0);
  const summary = summarise(rows, run.firing);

  const opening = names.filter((name) => !run.open.some((tab) => tab.name === name && tab.mode === mode));
  const canFire = opening.length === 0 && !run.firing;
  const fire = (broadcasts: number) => canFire && void run.fire(broadcasts);
  useKey('f', 'Fire one test broadcast', () => fire(1));
  useKey('b', 'Fire a burst of test broadcasts', () => fire(BURST));

  return (
    <div className="grid gap-3 p-3">
      <h1 className="sr-only">Test</h1>
      <PanesPanel count={count} names={names} mode={mode} page={page} open={run.open} onCount={setCount} onMode={setMode} />
      <Panel title="Broadcasts" note={opening.length > 0 ? `waiting for ${opening.length} ${opening.length === 1 ? 'tab' : 'tabs'} to connect` : null}>
        <div className="flex flex-wrap items-center gap-2 border-b p-3">
          <SteadyButton look="primary" ready={canFire} onPress={() => fire(1)} aria-keyshortcuts="f">
            Fire one
            <Kbd keys="f" className="max-sm:hidden" />
          </SteadyButton>
          <SteadyButton ready={canFire} onPress={() => fire(BURST)} aria-keyshortcuts="b">
            Fire ten
            <Kbd keys="b" className="max-sm:hidden" />
          </SteadyButton>
          {rows.length > 0 ? <SummaryLine summary={summary} className="max-lg:order-last max-lg:basis-full lg:ml-2" /> : null}
          <span className="ml-auto flex gap-2">
            <Button look="quiet" disabled={rows.length === 0} onClick={() => exportResults({ rows, summary })}>
              Export
            </Button>
            <SteadyButton look="quiet" ready={rows.length > 0 && !run.firing} onPress={run.clear}>
              Clear
            </SteadyButton>
          </span>
        </div>
        {run.failure ? (
          <Notice tone="warning" className="m-3">
            {run.failure}
          </Notice>
        ) : null}
        {rows.length > 0 ? (
          <ResultsTable rows={rows} />
        ) : (
          <EmptyState>
            Nothing was fired yet. Once all tabs are connected, fire one: each should hear it in less than a second. Test pages that others have open appear as well.
          </EmptyState>
        )}
      </Panel>
    </div>
  );
}
