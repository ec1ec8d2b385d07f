'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useInfrastructure } from '@/components/infrastructure/use-infrastructure';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { ShowMore } from '@/components/ui/show-more';
import { Table, Th } from '@/components/ui/table';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import { ownValue } from '@/lib/core/own-value';
import type { Monitor } from '@/lib/protocol/monitor';
import { monitorsQuery } from '@/lib/queries/monitors';
import { MonitorRow } from './monitor-row';
import { focusMonitor, neighbourOf, useListKeys, type MONITOR_KEYS } from './use-list-keys';
import { useMonitorActs } from './use-monitor-acts';

// More than this at a time is more than anybody reads.
const STEP = 100;

interface MonitorListProps {
  readonly selectedId: string | null;
  readonly onEdit: (monitorId: string | null) => void;
}

/** Every monitor with its live state; keys act on the row that has the keyboard. */
export function MonitorList({ selectedId, onEdit }: MonitorListProps) {
  const { data, error, isFetching, refetch } = useQuery(monitorsQuery);
  const services = new Map(useInfrastructure().data?.services.map((service) => [service.id, service]));
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(STEP);
  const [toDelete, setToDelete] = useState<Monitor | null>(null);
  const acts = useMonitorActs();
  const monitors = data?.items ?? [];
  const hidden = monitors.length - shown;

  const act = (name: keyof typeof MONITOR_KEYS, monitor: Monitor) => {
    if (name === 'edit') onEdit(monitor.id);
    else if (name === 'test') acts.test(monitor);
    else if (name === 'pause') acts.pause(monitor);
    else if (monitor.builtin) acts.sayBuiltin(monitor);
    else setToDelete(monitor);
  };
  const remove = async (monitor: Monitor) => {
    setToDelete(null);
    const next = neighbourOf(monitors, monitor.id);
    if (!(await acts.remove(monitor))) return;
    if (monitor.id === selectedId) onEdit(null);
    if (next) focusMonitor(list.current, next);
  };
  const { onFocus, onBlur } = useListKeys({ list, monitors, act });
  useSteadyRows(list);

  return (
    <Panel title="Monitors" note={data ? monitors.length : null} actions={<StaleBadge />} bodyClassName="@container">
      {error && !data ? <ErrorState title="The monitors could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={8} label="Loading the monitors" rowClassName="h-13" /> : null}
      {data && monitors.length === 0 ? <EmptyState>Nothing is watched. Add a monitor, and its state stands here.</EmptyState> : null}
      {monitors.length > 0 ? (
        <div ref={list} onFocus={onFocus} onBlur={onBlur}>
          <Table>
            <thead>
              <tr>
                <Th className="@max-[520px]:hidden">State</Th>
                <Th className="@max-[520px]:pl-3">Monitor</Th>
                <Th className="text-right @max-[720px]:hidden">Every</Th>
                <Th className="@max-[720px]:hidden">When down</Th>
                <Th className="@max-[720px]:hidden">Public</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {monitors.slice(0, shown).map((monitor) => (
                <MonitorRow key={monitor.id} monitor={monitor} service={services.get(monitor.id)} note={ownValue(acts.notes, monitor.id)} selected={monitor.id === selectedId} onAct={act} />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      <ShowMore hidden={hidden} step={STEP} onShow={() => setShown(shown + STEP)} />
      <ConfirmDialog
        subject={toDelete}
        title={(monitor) => `Delete ${monitor?.name ?? 'the monitor'}?`}
        description="Its history goes with it. This cannot be undone; to stop looking for a while, pause it."
        confirm="Delete it"
        onConfirm={(monitor) => void remove(monitor)}
        onClose={() => setToDelete(null)}
      />
    </Panel>
  );
}
