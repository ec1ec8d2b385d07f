'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Switch } from '@/components/ui/switch';
import type { MonitorList } from '@/lib/protocol/monitor';
import { monitorKeys, putStatusPage } from '@/lib/queries/monitors';
import { CopyLine } from './copy-line';
import { useOwnOrigin } from './use-own-origin';

const SUMMARY_PATH = '/api/v2/summary.json';

interface StatusPagePanelProps {
  readonly list: MonitorList;
}

/** Whether strangers may read how the services are, and which of them. */
export function StatusPagePanel({ list }: StatusPagePanelProps) {
  const queryClient = useQueryClient();
  const origin = useOwnOrigin();
  const switching = useMutation({
    mutationFn: putStatusPage,
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ statusPage }) => queryClient.setQueryData<MonitorList>(monitorKeys.all, (known) => known && { ...known, statusPage }),
  });
  const on = switching.isPending ? switching.variables : list.statusPage;
  const names = list.items.filter(({ isPublic }) => isPublic).map(({ name }) => name);

  return (
    <Panel title="Public status summary" bodyClassName="grid content-start gap-3 p-3">
      <label className="flex items-center gap-2.5 text-sm font-medium">
        <Switch checked={on} disabled={switching.isPending} onChange={(event) => switching.mutate(event.target.checked)} />
        {on ? 'On: anybody can read it' : 'Off: nobody can read it'}
      </label>
      {switching.isError ? <Notice tone="warning">Not switched. {switching.error.message}</Notice> : null}
      <CopyLine label="Its address" value={`${origin}${SUMMARY_PATH}`} />
      <p className="text-sm text-text-muted">
        Programs that read status pages ask for a base address: <span className="break-all text-text">{origin}</span>
      </p>
      <p className="text-sm text-text-muted">
        {names.length > 0 ? (
          <>
            Names {names.length === 1 ? 'one service' : `${names.length} services`}: <span className="text-text">{names.join(', ')}</span>. A monitor’s own form says whether it is named.
          </>
        ) : (
          'Names no service yet. Tick “Named in the public status summary” in a monitor’s form.'
        )}
      </p>
    </Panel>
  );
}
