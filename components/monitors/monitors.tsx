'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressParam } from '@/components/ui/use-address-param';
import { useHydrated } from '@/components/ui/use-now';
import type { Me } from '@/lib/protocol/answers';
import { monitorsQuery } from '@/lib/queries/monitors';
import { EditMonitor } from './form/edit-monitor';
import { MonitorForm } from './form/monitor-form';
import { MonitorList } from './list/monitor-list';
import { focusMonitor } from './list/use-list-keys';
import { MaintenancePanel } from './maintenance/maintenance-panel';
import { SeveritiesPanel } from './severities/severities-panel';
import { StatusPagePanel } from './status-page-panel';
import { useFollowBoard } from './use-follow-board';

interface MonitorsProps {
  readonly me: Me;
}

/** What is watched and how, when it may fail, and what strangers may know of it. */
export function Monitors({ me }: MonitorsProps) {
  const { data, error, isFetching, refetch } = useQuery(monitorsQuery);
  const [monitorId, setMonitorId] = useAddressParam('monitor');
  const [addedId, setAddedId] = useState<string | null>(null);
  // Drafts are kept in the browser, so the form begins there.
  const alive = useHydrated();
  useFollowBoard();

  const show = (id: string | null) => {
    setAddedId(null);
    setMonitorId(id);
  };
  const added = (id: string) => {
    setAddedId(id);
    setMonitorId(id);
  };
  const close = () => {
    // Back to where it was opened from.
    if (monitorId !== null) focusMonitor(document.body, monitorId);
    show(null);
  };
  const monitors = data?.items ?? [];
  return (
    <div className="grid items-start gap-3 p-3 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:grid-rows-[auto_1fr] 3xl:grid-cols-[minmax(0,6fr)_minmax(0,3fr)_minmax(0,3fr)]">
      <h1 className="sr-only">Monitors</h1>
      <MonitorList selectedId={monitorId} onEdit={show} />
      <div className="min-w-0 lg:row-span-2 3xl:row-span-1">
        {!alive || !data ? (
          <Panel title={monitorId === null ? 'New monitor' : 'Edit monitor'}>
            {error && !data ? <ErrorState title="The monitor could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <SkeletonRows rows={10} label="Loading the form" rowClassName="h-13" />}
          </Panel>
        ) : monitorId === null ? (
          <Panel title="New monitor" actions={<Kbd keys="n" />}>
            <MonitorForm userId={me.id} monitor={null} onSaved={({ id }) => added(id)} />
          </Panel>
        ) : (
          <EditMonitor key={monitorId} userId={me.id} monitor={monitors.find(({ id }) => id === monitorId)} isAdded={monitorId === addedId} onClose={close} onAdded={added} />
        )}
      </div>
      <div className="@container min-w-0">
        <div className="grid items-start gap-3 @min-[700px]:grid-cols-2">
          <MaintenancePanel monitors={monitors} />
          {data ? <StatusPagePanel list={data} /> : null}
          <SeveritiesPanel />
        </div>
      </div>
    </div>
  );
}
