'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { useServerNow } from '@/components/ui/use-now';
import { exportResults } from './export-results';
import { paneAddress, paneNames, type PaneMode } from './panes';
import { ResultsTable } from './results-table';
import { judge, summarise } from './results';
import { SummaryLine } from './summary-line';
import { useTestRun } from './use-test-run';

// A browser allows six connections to one host; the page itself and its requests need two.
const MOST_ISOLATED = 4;

/** The multi-tab test: opens tabs, fires broadcasts, and shows what came where and how fast (R20). */
export function TestPage() {
  const [count, setCount] = useState(4);
  const [mode, setMode] = useState<PaneMode>('shared');
  const run = useTestRun();
  const now = useServerNow() ?? 0;
  const tabs = paneNames(mode === 'isolated' ? Math.min(count, MOST_ISOLATED) : count);
  const rows = judge(run.fired, run.deliveries, tabs, now);
  const summary = summarise(rows);

  return (
    <div className="grid gap-3">
      <h1 className="sr-only">Test</h1>
      <Panel title="Tabs" note={`${tabs.length} open`}>
        <div className="flex flex-wrap items-end gap-3 p-3">
          <Field label="How many">
            {(wiring) => (
              <Select {...wiring} value={count} onChange={(event) => setCount(Number(event.target.value))}>
                {[4, 5, 6].map((n) => (
                  <option key={n} value={n} disabled={mode === 'isolated' && n > MOST_ISOLATED}>
                    {n} tabs
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Connection">
            {(wiring) => (
              <Select {...wiring} value={mode} onChange={(event) => setMode(event.target.value === 'isolated' ? 'isolated' : 'shared')}>
                <option value="shared">One, shared by all tabs</option>
                <option value="isolated">One for each tab</option>
              </Select>
            )}
          </Field>
          <Button onClick={() => window.open(paneAddress(`window ${Date.now() % 1_000}`, mode), '_blank')}>Open one as a window</Button>
        </div>
        <ul className="grid overflow-hidden border-t sm:grid-cols-2 xl:grid-cols-3">
          {tabs.map((tab) => (
            <li key={`${tab} ${mode}`} className="-mb-px -ml-px border-b border-l">
              <iframe title={tab} src={paneAddress(tab, mode)} className="h-11 w-full" />
            </li>
          ))}
        </ul>
      </Panel>

      <Panel
        title="Broadcasts"
        note={<SummaryLine summary={summary} />}
        actions={
          <>
            <Button look="primary" disabled={run.firing} onClick={() => void run.fire(1)}>
              Fire one
            </Button>
            <Button disabled={run.firing} onClick={() => void run.fire(10)}>
              Fire ten
            </Button>
            <Button look="quiet" disabled={rows.length === 0} onClick={() => exportResults({ tabs, mode, rows, summary })}>
              Export
            </Button>
            <Button look="quiet" disabled={rows.length === 0 || run.firing} onClick={run.clear}>
              Clear
            </Button>
          </>
        }
      >
        {run.failure ? (
          <Notice tone="warning" className="m-3">
            {run.failure}
          </Notice>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState>Nothing was fired yet. Wait until every tab says “live”, then fire one: each tab shall hear it within a second. Test pages that others have open appear as well.</EmptyState>
        ) : (
          <ResultsTable tabs={tabs} rows={rows} />
        )}
      </Panel>
    </div>
  );
}
