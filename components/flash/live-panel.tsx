'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { StaleBadge } from '@/components/ui/stale-badge';
import { LivePanelRow } from './live-panel-row';
import { useLiveEntries } from './use-live-entries';

/** All messages that are on for this person, also those put away from the bar. */
export function LivePanel() {
  const entries = useLiveEntries();
  const on = entries.filter((entry) => entry.state !== 'withdrawn').length;
  const waiting = entries.filter((entry) => entry.state === 'alerting').length;
  return (
    <Panel title="Live messages" actions={<StaleBadge />} note={waiting > 0 ? `${waiting} of ${on} to acknowledge` : on > 0 ? `${on} on` : null}>
      {entries.length === 0 ? (
        <EmptyState>No message is on. A new one appears on top of every page, and here.</EmptyState>
      ) : (
        <ul>
          {entries.map((entry) => (
            <LivePanelRow key={entry.flash.id} entry={entry} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
