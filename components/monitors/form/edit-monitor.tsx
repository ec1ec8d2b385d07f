'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import type { Monitor } from '@/lib/protocol/monitor';
import { MonitorForm } from './monitor-form';

interface EditMonitorProps {
  readonly userId: string;
  /** As it is now; undefined when there is none, or none any more. */
  readonly monitor: Monitor | undefined;
  /** It was added just now. */
  readonly isAdded: boolean;
  readonly onClose: () => void;
  readonly onAdded: (monitorId: string) => void;
}

/** The form of one monitor. It outlives its monitor: what somebody types while another person deletes it stays. */
export function EditMonitor({ userId, monitor, isAdded, onClose, onAdded }: EditMonitorProps) {
  const [last, setLast] = useState(monitor);
  if (monitor && monitor !== last) setLast(monitor);
  if (!last) {
    return (
      <Panel title="Edit monitor">
        <EmptyState action={<Button onClick={onClose}>New monitor</Button>}>There is no such monitor. Somebody may have deleted it.</EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={`Edit ${last.name}`}>
      {isAdded ? (
        <div className="px-3 pt-3">
          <Notice tone="ok">Added. Its first state stands on the list in a moment.</Notice>
        </div>
      ) : null}
      <MonitorForm userId={userId} monitor={last} gone={!monitor} onSaved={({ id }) => id !== last.id && onAdded(id)} onClose={onClose} />
    </Panel>
  );
}
