'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useServerNow } from '@/components/ui/use-now';
import type { Monitor } from '@/lib/protocol/monitor';
import { maintenanceQuery } from '@/lib/queries/monitors';
import { MaintenanceForm } from './maintenance-form';
import { MaintenanceRow } from './maintenance-row';

interface MaintenancePanelProps {
  readonly monitors: readonly Monitor[];
}

/** Maintenance that is on or to come, and a form for more. */
export function MaintenancePanel({ monitors }: MaintenancePanelProps) {
  const { data, error, isFetching, refetch } = useQuery(maintenanceQuery);
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const now = useServerNow();
  const nameOf = new Map(monitors.map(({ id, name }) => [id, name]));
  const items = (data?.items ?? []).filter(({ endsAt }) => now === null || Date.parse(endsAt) > now);
  const open = () => setOpenedAt(now);
  const close = () => {
    setWasOpen(true);
    setOpenedAt(null);
  };
  useKey('m', 'Plan maintenance', open, openedAt === null && now !== null);

  return (
    <Panel
      title="Maintenance"
      note={items.length > 0 ? items.length : null}
      actions={
        openedAt === null ? (
          <Button size="sm" autoFocus={wasOpen} disabled={now === null} aria-keyshortcuts="m" onClick={open}>
            Plan maintenance <Kbd keys="m" />
          </Button>
        ) : null
      }
    >
      {openedAt === null ? null : <MaintenanceForm monitors={monitors} openedAt={openedAt} onClose={close} />}
      {error && !data ? <ErrorState title="The maintenance could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading the maintenance" rowClassName="h-13" /> : null}
      {data && items.length === 0 ? <EmptyState>No maintenance is on or planned. During it a service may fail without anybody being called.</EmptyState> : null}
      {items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <MaintenanceRow key={item.id} maintenance={item} isOn={now === null || Date.parse(item.startsAt) <= now} nameOf={nameOf} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
