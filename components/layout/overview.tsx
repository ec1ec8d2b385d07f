'use client';

import { LatestBroadcast } from '@/components/flash/latest-broadcast';
import { LivePanel } from '@/components/flash/live-panel';
import { useLiveSeed } from '@/components/flash/live-seed';
import { Panel } from '@/components/ui/panel';
import { can } from '@/lib/protocol/permissions';
import { ConnectionDetail } from './connection-detail';

/** The first page: what is on, how the last message fares, whether the board is live. */
export function Overview() {
  const { me } = useLiveSeed();
  return (
    <div className="grid items-start gap-3 p-3 lg:grid-cols-12">
      <h1 className="sr-only">Overview</h1>
      <div className="min-w-0 lg:col-span-7 3xl:col-span-8">
        <LivePanel />
      </div>
      <div className="grid min-w-0 gap-3 lg:col-span-5 3xl:col-span-4">
        {can(me.role, 'flash.send') ? <LatestBroadcast /> : null}
        <Panel title="Connection" bodyClassName="p-3 text-sm">
          <ConnectionDetail />
        </Panel>
      </div>
    </div>
  );
}
