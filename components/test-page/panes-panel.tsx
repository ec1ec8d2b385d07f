import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { Tab } from './channel';
import { fits, nextWindowName, PANE_COUNTS, paneAddress, type PaneMode } from './panes';

interface PanesPanelProps {
  /** How many tabs were chosen, and which names that makes. */
  readonly count: number;
  readonly names: readonly string[];
  readonly mode: PaneMode;
  readonly page: string;
  /** The tabs that are connected, windows included. */
  readonly open: readonly Tab[];
  readonly onCount: (count: number) => void;
  readonly onMode: (mode: PaneMode) => void;
}

/** The tabs of the test: how many, on which connection, and each as it is. */
export function PanesPanel({ count, names, mode, page, open, onCount, onMode }: PanesPanelProps) {
  const windowName = nextWindowName(open.map(({ name }) => name));
  const windows = open.filter(({ name }) => !names.includes(name)).length;
  return (
    <Panel title="Tabs" note={`${open.length - windows} of ${names.length} open${windows > 0 ? `, ${windows} more as a window` : ''}`}>
      <div className="flex flex-wrap items-end gap-3 p-3">
        <Field label="How many">
          {(wiring) => (
            <Select {...wiring} value={fits(count, mode) ? count : names.length} onChange={(event) => onCount(Number(event.target.value))}>
              {PANE_COUNTS.map((n) => (
                <option key={n} value={n} disabled={!fits(n, mode)}>
                  {n} tabs
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Connection">
          {(wiring) => (
            <Select {...wiring} value={mode} onChange={(event) => onMode(event.target.value === 'isolated' ? 'isolated' : 'shared')}>
              <option value="shared">One, shared by all tabs</option>
              <option value="isolated">One for each tab</option>
            </Select>
          )}
        </Field>
        {mode === 'shared' ? (
          <Button onClick={() => window.open(paneAddress(windowName, 'shared', null), '_blank', 'popup,width=480,height=120')}>Open one as a window</Button>
        ) : (
          <p className="flex min-h-8 max-w-prose items-center text-sm text-text-muted">Four at most: a browser allows six connections to one server.</p>
        )}
      </div>
      <ul className="grid overflow-hidden rounded-b-md sm:grid-cols-2 3xl:grid-cols-4">
        {names.map((name) => (
          <li key={`${name} ${mode}`} className="-ml-px border-t border-l">
            <iframe title={name} src={paneAddress(name, mode, page)} className="block h-9 w-full" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
